/** Organisations that organizers name. */

import { normalOrganisation, organisationName } from '#core/account/organisation'
import type { Allowed } from '#core/account/roles'
import type { ContestRules } from '#core/contest/rules'
import { no, type Outcome, yes } from '#core/refusal'
import { organisationById, organisationNamed, organisationsByPublicIds } from '#db/account'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

/**
 * Ids of organisations by their names; those not known yet are made, so that their people find them.
 * @returns refusal: organisation-name (`where`: the name that is none)
 */
export async function nameOrganisations(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  names: string[],
): Promise<Outcome<{ id: string; name: string }[]>> {
  const read = names.map(given => ({ given, name: organisationName(given) }))
  const wrong = read.find(({ name }) => !name || !normalOrganisation(name))
  if (wrong) return no('organisation-name', { where: wrong.given.slice(0, 60) })
  const createdAt = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const found: { id: string; name: string }[] = []
    for (const { name } of read) {
      const made = { publicId: publicId(), name: name ?? '', normalName: normalOrganisation(name ?? ''), createdAt }
      const known = await organisationById(tx, await organisationNamed(tx, made))
      if (known && !found.some(one => one.id === known.publicId)) found.push({ id: known.publicId, name: known.name })
    }
    return yes(found)
  })
}

/** Names of the organisations that rules speak of, by public id. */
export async function organisationNames(rt: Runtime, { who }: ContestRules): Promise<Record<string, string>> {
  const ids = [
    ...(who.entry.by === 'organisations' ? who.entry.ids : []),
    ...who.organisation.people.map(one => one.id),
  ]
  const rows = await organisationsByPublicIds(rt.storage.read, ids)
  return Object.fromEntries(rows.map(({ publicId: id, name }) => [id, name]))
}
