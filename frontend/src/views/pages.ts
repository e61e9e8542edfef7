import type { Component } from 'svelte'
import type { Page } from '../core/address/routes'

type View = () => Promise<{ readonly default: Component }>

/** The view of each page, loaded when the page is first opened. A page without a view is shown as one that is not. */
export const VIEWS: { readonly [page in Page]?: View } = {
  cases: () => import('./cases/Cases.svelte'),
  help: () => import('./help/Help.svelte'),
  map: () => import('./map/Map.svelte'),
  matrix: () => import('./matrix/Matrix.svelte'),
  missing: () => import('./missing/Missing.svelte'),
  network: () => import('./network/Network.svelte'),
  timeline: () => import('./timeline/Timeline.svelte'),
  window: () => import('./window/Window.svelte'),
}
