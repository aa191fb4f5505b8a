'use client'
import { Button } from '#components/button'

export function PrintButton({ label }: { label: string }) {
  return (
    <Button kind="seal" onClick={() => window.print()}>
      {label}
    </Button>
  )
}
