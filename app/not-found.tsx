import { Trouble } from '#components/trouble'
import { missing } from '#messages/trouble'
import { Bare } from './bare.tsx'

export default function NotFound() {
  return (
    <Bare title="没有这一页 · Not found">
      <Trouble {...missing} say="both" />
    </Bare>
  )
}
