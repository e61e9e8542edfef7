import type { Component } from 'svelte'
import type { Page } from '../core/address/routes'

type View = () => Promise<{ readonly default: Component }>

/** The view of each page, loaded when the page is first opened. A page without a view is shown as one that is not. */
export const VIEWS: { readonly [page in Page]?: View } = {
  audit: () => import('./audit/Audit.svelte'),
  cases: () => import('./cases/Cases.svelte'),
  dependence: () => import('./dependence/Dependence.svelte'),
  help: () => import('./help/Help.svelte'),
  missing: () => import('./missing/Missing.svelte'),
  narratives: () => import('./narratives/Narratives.svelte'),
  offices: () => import('./offices/Offices.svelte'),
  patterns: () => import('./patterns/Patterns.svelte'),
  portrait: () => import('./portrait/Portrait.svelte'),
  reconcile: () => import('./reconcile/Reconcile.svelte'),
  standing: () => import('./standing/Standing.svelte'),
}
