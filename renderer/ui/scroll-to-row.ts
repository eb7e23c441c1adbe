/** Brings a row of a virtual list into sight: rows off the screen are not in the page, so its place is reckoned. */
export function scrollToRow(list: Element | null | undefined, row: number, height: number): void {
  if (!list || row < 0) return
  const top = row * height
  const isShown = list.scrollTop <= top && top + height <= list.scrollTop + list.clientHeight
  if (!isShown) list.scrollTop = top - list.clientHeight / 3
}
