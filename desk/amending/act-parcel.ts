import type { Node } from 'prosemirror-model'
import { present } from '#shared/base/assert.ts'
import { type Act, isUnit } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'

/**
 * An act on its way to another thread: a number for each part that was sent the last time, so that a
 * keystroke sends what it touched and the other side finds all else as the same objects.
 */
export type ActParcel =
  | number
  | { readonly n: number; readonly json: unknown }
  | {
      readonly n: number
      readonly type: string
      readonly attrs: Readonly<Record<string, unknown>>
      readonly parts: readonly ActParcel[]
    }

/** Packs acts for one receiver, which unpacks them in the same order. */
export interface ActPacker {
  pack(acts: readonly Act[]): readonly ActParcel[]
}

export function createActPacker(): ActPacker {
  let sent: ReadonlyMap<Node, number> = new Map()
  let last = 0
  return {
    pack(acts) {
      const next = new Map<Node, number>()
      const packed = (node: Node): ActParcel => {
        const known = next.get(node) ?? sent.get(node)
        if (known !== undefined) {
          next.set(node, known)
          return known
        }
        const n = last++
        next.set(node, n)
        if (!node.children.some(isUnit)) return { n, json: node.toJSON() }
        const { type, attrs } = node
        return { n, type: type.name, attrs: { ...attrs }, parts: node.children.map(packed) }
      }
      const parcels = acts.map(packed)
      sent = next
      return parcels
    },
  }
}

/** Unpacks what one {@link ActPacker} packed. */
export interface ActUnpacker {
  unpack(parcels: readonly ActParcel[]): readonly Act[]
}

export function createActUnpacker(): ActUnpacker {
  let received: ReadonlyMap<number, Node> = new Map()
  return {
    unpack(parcels) {
      const next = new Map<number, Node>()
      const unpacked = (parcel: ActParcel): Node => {
        const n = typeof parcel === 'number' ? parcel : parcel.n
        const node = typeof parcel === 'number' ? known(n) : made(parcel)
        next.set(n, node)
        return node
      }
      const known = (n: number) =>
        present(next.get(n) ?? received.get(n), 'a part known by its number was sent before')
      const made = (parcel: Exclude<ActParcel, number>): Node =>
        'json' in parcel
          ? schema.nodeFromJSON(parcel.json)
          : schema.node(parcel.type, parcel.attrs, parcel.parts.map(unpacked))
      const acts = parcels.map(unpacked)
      received = next
      return acts
    },
  }
}
