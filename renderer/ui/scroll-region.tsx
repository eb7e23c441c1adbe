import type { ReactNode } from 'react'

interface ScrollRegionProps {
  readonly className: string
  /** What it is, for screen readers; left out where what it holds says so. */
  readonly label?: string
  readonly children: ReactNode
}

/** A part of the page that scrolls by itself, and so is reached by the keyboard (WCAG 2.1.1). */
export function ScrollRegion({ className, label, children }: ScrollRegionProps) {
  const Part = label === undefined ? 'div' : 'section'
  return (
    <Part className={className} aria-label={label} tabIndex={0}>
      {children}
    </Part>
  )
}
