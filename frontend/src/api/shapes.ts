import type { components, paths } from './schema'

/** The records of the API by name: `Out<'Claim'>`. */
export type Out<Name extends keyof components['schemas']> = components['schemas'][Name]

/** The types of a request and its answer, read off the generated description of the API. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [method in M]: { responses: unknown } } ? P : never
}[keyof paths]

export type Operation<M extends Method, P extends PathOf<M>> = paths[P] extends { [method in M]: infer O } ? O : never

type Part<O, Where extends string> = O extends { parameters: { [where in Where]?: infer Values } } ? Exclude<Values, undefined> : never
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer Content } } }
  ? Content
  : O extends { requestBody?: { content: { 'multipart/form-data': unknown } } }
    ? FormData
    : never
type Content<R> = R extends { content: { 'application/json': infer Answer } } ? Answer : undefined
type Success<R> = { [status in keyof R]: status extends 200 | 201 | 202 | 204 ? Done<Content<R[status]>> : never }[keyof R]
type Done<A> = A extends Out<'StillWorking'> ? never : A

/** What an operation answers when it succeeds. */
export type Answer<O> = O extends { responses: infer R } ? Success<R> : never

type Needed<Name extends string, Values> = [Values] extends [never]
  ? { readonly [name in Name]?: never }
  : Record<never, never> extends Values
    ? { readonly [name in Name]?: Values }
    : { readonly [name in Name]: Values }

/** What a request to an operation takes: values of the path, of the query, a body. */
export type Request<O> = Needed<'path', Part<O, 'path'>> &
  Needed<'query', Part<O, 'query'>> &
  Needed<'body', Body<O>> & { readonly signal?: AbortSignal }
