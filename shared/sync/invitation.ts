/** What an invitation link leads to. */
export interface Invitation {
  /** `http://host:port`, or `https://…`, with the path under which the server lies, if any. */
  readonly address: string
  readonly token: string
}

const JOIN = '/join#'

/**
 * The link of an invitation. The token stands behind `#`: a browser that opens the link sends it
 * nowhere, so it is in no log.
 */
export function invitationLink({ address, token }: Invitation): string {
  return `${address}${JOIN}${token}`
}

/** Reads an invitation link, with white space around it; undefined: it is none. */
export function readInvitation(text: string): Invitation | undefined {
  const [, address, token] =
    /^\s*(https?:\/\/[^\s#?]+)\/join#([\w.-]{20,4000})\s*$/.exec(text) ?? []
  return address !== undefined && token !== undefined ? { address, token } : undefined
}
