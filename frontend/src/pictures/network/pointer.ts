/** What a pointer does on a network: choose, open, drag. */

import type { Place } from '../../core/graph/network'
import type { Scene } from '../../core/graph/scene'
import type { Point } from '../../core/drawing/direction'
import { edgeAt, nodeAt } from '../../core/graph/walk'

export interface PointerActs {
  readonly scene: () => Scene
  readonly choose: (id: string | null) => void
  readonly open: (id: string) => void
  readonly drag: (node: number, place: Place) => void
}

export interface PointerFollowed {
  /** Whether a press starts a pan: wherever there is no node. */
  readonly pans: (event: MouseEvent | TouchEvent) => boolean
  readonly destroy: () => void
}

/** Pixels that a press may slip before it drags. */
const SLIP = 4

export function followPointer(canvas: HTMLCanvasElement, acts: PointerActs): PointerFollowed {
  const ending = new AbortController()
  const listen = { signal: ending.signal }
  canvas.addEventListener('pointerdown', (event) => startDrag(canvas, acts, event), listen)
  canvas.addEventListener('click', (event) => acts.choose(idAt(acts.scene(), pointOf(event))), listen)
  canvas.addEventListener('dblclick', (event) => openAt(acts, pointOf(event)), listen)
  const hover = (event: PointerEvent) => {
    canvas.style.cursor = nodeUnder(acts.scene(), pointOf(event)) === null ? '' : 'pointer'
  }
  canvas.addEventListener('pointermove', hover, listen)
  return {
    pans: (event) => nodeUnder(acts.scene(), pointOf(event)) === null,
    destroy: () => ending.abort(),
  }
}

function startDrag(canvas: HTMLCanvasElement, acts: PointerActs, down: PointerEvent): void {
  const node = down.button ? null : nodeUnder(acts.scene(), pointOf(down))
  if (node === null) return
  const ending = new AbortController()
  let far = false
  canvas.setPointerCapture(down.pointerId)
  const move = (event: PointerEvent) => {
    far ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLIP
    const { view } = acts.scene()
    if (far) acts.drag(node, [(event.offsetX - view.x) / view.k, (event.offsetY - view.y) / view.k])
  }
  canvas.addEventListener('pointermove', move, { signal: ending.signal })
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(end, () => ending.abort(), { signal: ending.signal })
}

function openAt(acts: PointerActs, point: Point): void {
  const id = idAt(acts.scene(), point)
  if (id !== null) acts.open(id)
}

function idAt(scene: Scene, point: Point): string | null {
  const node = nodeUnder(scene, point)
  if (node !== null) return scene.ties.nodes[node]?.id ?? null
  const edge = edgeAt(scene.ties, scene.shown, scene.places, { ...point, view: scene.view })
  return edge === null ? null : (scene.ties.edges[edge]?.id ?? null)
}

function nodeUnder(scene: Scene, point: Point): number | null {
  return nodeAt(scene.ties, scene.shown, scene.places, { ...point, view: scene.view })
}

function pointOf(event: MouseEvent | TouchEvent): Point {
  if (!('touches' in event)) return { x: event.offsetX, y: event.offsetY }
  const corner = (event.target as Element).getBoundingClientRect()
  const touch = event.touches[0]
  return { x: (touch?.clientX ?? 0) - corner.left, y: (touch?.clientY ?? 0) - corner.top }
}
