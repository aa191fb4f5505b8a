import { Trouble } from '#components/trouble'
import { missing } from '#messages/trouble'

export default function NotFound() {
  return (
    <div className="wrap">
      <Trouble {...missing} />
    </div>
  )
}
