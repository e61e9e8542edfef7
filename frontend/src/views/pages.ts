import type { Component } from 'svelte'
import type { Page } from '../core/address/routes'

type View = () => Promise<{ readonly default: Component }>

/** The view of each page, loaded when the page is first opened. A page without a view is shown as one that is not. */
export const VIEWS: { readonly [page in Page]?: View } = {
  add: () => import('./add/Add.svelte'),
  cases: () => import('./cases/Cases.svelte'),
  documents: () => import('./documents/Documents.svelte'),
  help: () => import('./help/Help.svelte'),
  home: () => import('./home/Home.svelte'),
  entity: () => import('./entity/Entity.svelte'),
  event: () => import('./claim/Claim.svelte'),
  claim: () => import('./claim/Claim.svelte'),
  judgements: () => import('./judgements/Judgements.svelte'),
  review: () => import('./review/Review.svelte'),
  missing: () => import('./missing/Missing.svelte'),
  reader: () => import('./reader/Reader.svelte'),
  registers: () => import('./registers/Registers.svelte'),
  search: () => import('./search/Search.svelte'),
  settings: () => import('./settings/Settings.svelte'),
}
