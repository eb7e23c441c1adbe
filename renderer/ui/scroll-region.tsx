import { createElement, type ReactNode, type Ref } from 'react'

interface ScrollRegionProps {
  readonly className: string
  /** What it is, for screen readers; left out where what it holds says so. */
  readonly label?: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLElement>
}

/** A part of the page that scrolls by itself, and so is reached by the keyboard (WCAG 2.1.1). */
export function ScrollRegion({ className, label, children, ref }: ScrollRegionProps) {
  const part = label === undefined ? 'div' : 'section'
  return createElement(part, { className, 'aria-label': label, tabIndex: 0, ref }, children)
}
