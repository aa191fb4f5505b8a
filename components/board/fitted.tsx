'use client'
import type { SVGProps } from 'react'
import { widthOf } from './shape.ts'

interface FittedProps extends Omit<SVGProps<SVGTextElement>, 'ref' | 'children'> {
  children: string
  /** Of its letters, in units of the drawing. */
  size: number
  /** The widest it may be. */
  room: number
}

/**
 * A text of a tile, squeezed only where it would not fit. How wide it is depends on the fonts that a screen has: it is
 * guessed for the first moment, then measured.
 */
export function Fitted({ children, size, room, ...more }: FittedProps) {
  return (
    <text
      {...more}
      ref={node => squeeze(node, room)}
      textLength={widthOf(children, size) > room ? room : undefined}
      lengthAdjust="spacingAndGlyphs"
    >
      {children}
    </text>
  )
}

function squeeze(node: SVGTextElement | null, room: number): void {
  if (!node) return
  node.removeAttribute('textLength')
  if (node.getComputedTextLength() > room) node.setAttribute('textLength', String(room))
}
