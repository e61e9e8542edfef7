import { api } from '../../api/client'
import { here } from '../address/here.svelte'
import { news } from '../news/news.svelte'

type Titles = ReadonlyMap<string, string>

let asked = ''
let titles = $state.raw<Titles>(new Map())

/** What a register is called, by the name that its mapping has; that name until the title is known. */
export function titleOf(register: string): string {
  const question = `${here.case} ${news.changes}`
  if (question !== asked) void ask((asked = question))
  return titles.get(register) ?? register
}

/** A panel that cannot say its title still says its name. */
async function ask(question: string): Promise<void> {
  const found = await api.get('/api/cases/{case}', { path: { case: here.case } }).catch(() => null)
  if (found && question === asked) titles = new Map(found.registers.map((one) => [one.name, one.title]))
}
