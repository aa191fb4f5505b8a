'use client'
import { Trouble } from '#components/trouble'
import { broken } from '#messages/trouble'
import { Bare } from './bare.tsx'

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <Bare title="出了问题 · Out of order">
      <Trouble {...broken} say="both" id={error.digest} />
    </Bare>
  )
}
