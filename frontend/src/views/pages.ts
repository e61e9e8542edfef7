import type { Component } from 'svelte'
import type { Page } from '../core/address/routes'

type View = () => Promise<{ readonly default: Component }>

/** The view of each page, loaded when the page is first opened. */
export const VIEWS: { readonly [page in Page]: View } = {
  add: () => import('./add/Add.svelte'),
  audit: () => import('./audit/Audit.svelte'),
  cases: () => import('./cases/Cases.svelte'),
  claim: () => import('./claim/Claim.svelte'),
  dependence: () => import('./dependence/Dependence.svelte'),
  documents: () => import('./documents/Documents.svelte'),
  entity: () => import('./entity/Entity.svelte'),
  event: () => import('./claim/Claim.svelte'),
  help: () => import('./help/Help.svelte'),
  home: () => import('./home/Home.svelte'),
  judgements: () => import('./judgements/Judgements.svelte'),
  map: () => import('./map/Map.svelte'),
  matrix: () => import('./matrix/Matrix.svelte'),
  missing: () => import('./missing/Missing.svelte'),
  narratives: () => import('./narratives/Narratives.svelte'),
  network: () => import('./network/Network.svelte'),
  offices: () => import('./offices/Offices.svelte'),
  patterns: () => import('./patterns/Patterns.svelte'),
  portrait: () => import('./portrait/Portrait.svelte'),
  reader: () => import('./reader/Reader.svelte'),
  reconcile: () => import('./reconcile/Reconcile.svelte'),
  registers: () => import('./registers/Registers.svelte'),
  review: () => import('./review/Review.svelte'),
  search: () => import('./search/Search.svelte'),
  settings: () => import('./settings/Settings.svelte'),
  standing: () => import('./standing/Standing.svelte'),
  timeline: () => import('./timeline/Timeline.svelte'),
  window: () => import('./window/Window.svelte'),
}

/** The folder of a page, with which its words go. */
export function folderOf(page: Page): string {
  return page === 'event' ? 'claim' : page
}
