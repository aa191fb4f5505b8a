import { Tag } from '#components/tag'
import type { ActivityState } from '#core/activity/activity'
import type { Messages } from '#messages/zh'

const kind = { draft: 'quiet', submitted: 'attention', published: 'good', withdrawn: 'plain' } as const

interface StateTagProps {
  report: { state: ActivityState; sentBack: object | null }
  words: Messages['campaign']
}

/** Where a report stands. */
export const StateTag = ({ report: { state, sentBack }, words }: StateTagProps) =>
  sentBack ? <Tag kind="attention">{words.sentBack}</Tag> : <Tag kind={kind[state]}>{words.state[state]}</Tag>
