import { Tag } from '#components/tag'
import type { ActivityState } from '#core/activity/activity'
import type { Messages } from '#messages/zh'

const kind = { draft: 'quiet', submitted: 'attention', published: 'good', withdrawn: 'plain' } as const

/** Where a report stands. */
export const StateTag = ({ state, words }: { state: ActivityState; words: Messages['campaign'] }) => (
  <Tag kind={kind[state]}>{words.state[state]}</Tag>
)
