/** Changes of who works here; each of them is proposed to a second person, where there is one. */
import { type Right, type Role, rightsOf } from './roles.ts'

export type PeopleChange =
  | { op: 'add'; login: string; name: string; roles: Role[] }
  | { op: 'roles'; account: string; roles: Role[] }
  | { op: 'reactivate'; account: string }

/** Who can give and take roles; somebody of them must always be left, or nobody could. */
const keeping: Right = 'people.write'

interface Member {
  publicId: string
  roles: readonly Role[]
  deactivatedAt: number | null
}

/** Whether somebody at work could still look after people if this one had these roles (none: deactivated). */
export const someoneKeeps = (members: readonly Member[], publicId: string, roles: readonly Role[]): boolean =>
  members.some(member => {
    const held = member.publicId === publicId ? roles : member.deactivatedAt === null ? member.roles : []
    return held.some(role => rightsOf[role].includes(keeping))
  })
