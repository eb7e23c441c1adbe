interface MenuItem {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly submenu?: readonly MenuItem[]
  click?(): void
}

export interface StandInMenu {
  readonly items: readonly MenuItem[]
  getMenuItemById(id: string): MenuItem | null
}

export function standInMenu(items: readonly MenuItem[]): StandInMenu {
  const all = (some: readonly MenuItem[]): readonly MenuItem[] =>
    some.flatMap((item) => [item, ...all(item.submenu ?? [])])
  return { items, getMenuItemById: (id) => all(items).find((item) => item.id === id) ?? null }
}
