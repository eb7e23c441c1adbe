/** A file that the host made. */
export interface MadeFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/** Milliseconds until the file's address may go: the download has its own copy well before. */
const ADDRESS_KEPT = 60_000

/** Gives a file to the drafter the way a browser does; in Electron the host asks where to put it. */
export function download({ name, mime, bytes }: MadeFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), ADDRESS_KEPT)
}
