'use client'
import { Trouble } from '#components/trouble'
import { broken } from '#messages/trouble'

export default function Broken({ error }: { error: Error & { digest?: string } }) {
  return (
    <div className="wrap">
      <Trouble {...broken} id={error.digest} />
    </div>
  )
}
