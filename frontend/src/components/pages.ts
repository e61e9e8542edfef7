import type { RouteName } from '../core/address/routes'
import type { IconName } from './icons'

/** A page that stands in the rail; its icon has its name. */
export type RailPage = Extract<RouteName, IconName>

interface Group {
  readonly says: 'nav.sources' | 'nav.pictures' | 'nav.questions' | 'nav.judging'
  readonly pages: readonly RailPage[]
}

/** The pages of the rail, in groups. */
export const GROUPS: readonly Group[] = [
  { says: 'nav.sources', pages: ['home', 'documents', 'registers', 'search'] },
  { says: 'nav.pictures', pages: ['network', 'timeline', 'map', 'matrix'] },
  { says: 'nav.questions', pages: ['window', 'patterns', 'audit', 'narratives', 'portrait', 'offices', 'dependence', 'standing', 'reconcile'] },
  { says: 'nav.judging', pages: ['review', 'judgements', 'settings', 'help'] },
]

/** What stands in the bottom bar of a narrow window, before all the rest. */
export const BOTTOM: readonly RailPage[] = ['home', 'documents', 'search', 'review']
