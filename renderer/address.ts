import { type UnitId, unitId } from '#shared/schema/act.ts'

/** What the window shows; it stands in its address, so that a reload comes back to it and Back leaves it. */
export type Address =
  | { readonly screen: 'library' }
  | { readonly screen: 'document'; readonly document: string; readonly unit: UnitId | undefined }
  /** `null`: all acts. */
  | { readonly screen: 'graph'; readonly document: string | null }

export function readAddress(address: URL): Address {
  const hash = new URLSearchParams(address.hash.slice(1))
  const graph = hash.get('graph')
  if (graph !== null) return { screen: 'graph', document: graph === '' ? null : graph }
  const document = hash.get('document') ?? address.searchParams.get('open')
  if (document === null) return { screen: 'library' }
  const unit = hash.get('unit')
  return { screen: 'document', document, unit: unit === null ? undefined : unitId(unit) }
}

/** The same page with another address in it. */
export function withAddress(page: URL, address: Address): URL {
  const next = new URL(page)
  next.searchParams.delete('open')
  next.hash = hashOf(address)
  return next
}

function hashOf(address: Address): string {
  switch (address.screen) {
    case 'library':
      return ''
    case 'graph':
      return new URLSearchParams({ graph: address.document ?? '' }).toString()
    case 'document': {
      const { document, unit } = address
      return new URLSearchParams({ document, ...(unit === undefined ? {} : { unit }) }).toString()
    }
  }
}
