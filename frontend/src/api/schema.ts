export interface paths {
  '/api/cases': { get: { parameters: { query?: never; path?: never }; responses: { 200: { content: { 'application/json': components['schemas']['CaseOut'][] } } } } }
  '/api/cases/{case}': { get: { parameters: { query?: never; path: { case: string } }; responses: { 200: { content: { 'application/json': components['schemas']['CaseOut'] } } } } }
  '/api/cases/{case}/claims': {
    get: {
      parameters: { query?: { q?: string; cursor?: string; limit?: number }; path: { case: string } }
      responses: { 200: { content: { 'application/json': components['schemas']['ClaimsOut'] } } }
    }
  }
}
export interface components {
  schemas: {
    CaseOut: { id: string; name: string; documents: number; claims: number }
    ClaimsOut: { items: components['schemas']['ClaimOut'][]; next: string | null; scope: { documents: number } }
    PartyOut: { role: string | null; text: string; thing: string | null }
    DocumentOut: { id: string; name: string; title: string | null; outlet: string | null; published: string | null; language: string; register: string | null }
    PassageOut: {
      statement: string; stance: string; voice: string; document: components['schemas']['DocumentOut']; page: number | null
      sentence: string; words: [number, number]; speaker: string | null
      cells: { column: string; value: string; in_words: string | null }[] | null
    }
    ClaimOut: {
      id: string; kind: string; time: string | null; time_words: string | null; category: string | null; mode: string | null; channel: string | null
      title: string; parties: components['schemas']['PartyOut'][]; modality: string; review: string; confidence: number
      documents: number; sources: number; disputes: { kind: string; values: string[]; rivals: string[] }[]
      passages: components['schemas']['PassageOut'][]; held: { person: string; office: string; certain: boolean }[]
    }
  }
}
