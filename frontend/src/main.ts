import { mount } from 'svelte'
import App from './App.svelte'
import { follow, here } from './core/address/here.svelte'
import { keepIn, preferences } from './core/preferences/preferences.svelte'
import { languageFor, learn, speak } from './core/words/words.svelte'
import { folderOf } from './views/pages'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no element #app')
keepIn(() => localStorage)
document.documentElement.dataset['theme'] = preferences.current.theme
follow(window)
// Where the server is lost meanwhile, the page says so.
await Promise.allSettled([speak(languageFor(preferences.current.language, navigator.languages)), learn(folderOf(here.page))])
mount(App, { target })
