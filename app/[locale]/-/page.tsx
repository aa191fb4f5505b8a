import { Trouble } from '#components/trouble'
import { missing } from '#messages/trouble'

/** What the door shows, as a 404, for every address that is not there. */
export default function Missing() {
  return (
    <div className="wrap">
      <Trouble {...missing} />
    </div>
  )
}
