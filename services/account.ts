/** One's own account: region, organisation, name. */

import { personName } from '#core/account/name'
import { belongsTo, normalOrganisation } from '#core/account/organisation'
import { maskedPhone } from '#core/account/phone'
import { dayOf } from '#core/day'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireMe } from '#core/wire'
import { accountById, organisationById, organisationNamed, organisationsLike, setName, setRegion } from '#db/account'
import { editionOn, unitNamed, unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

export async function meOf(rt: Runtime, accountId: number): Promise<WireMe> {
  const account = await accountById(rt.storage.read, accountId)
  if (!account) throw new Error(`No account ${accountId}`)
  const organisation = account.organisationId ? await organisationById(rt.storage.read, account.organisationId) : null
  return {
    id: account.publicId,
    phone: account.phoneCipher ? maskedPhone(rt.secrets.decrypt(account.phoneCipher)) : null,
    name: account.name,
    showName: account.showName,
    region: await regionOfAccount(rt, account.regionEdition, account.region),
    organisation: organisation?.name ?? null,
    roles: account.roles,
  }
}

async function regionOfAccount(rt: Runtime, edition: string | null, slug: string | null): Promise<WireMe['region']> {
  if (!edition || !slug) return null
  const unit = (await unitsOf(rt, edition)).find(row => row.slug === slug)
  return unit ? { edition, slug, name: { zh: unit.nameZh, en: unit.nameEn } } : null
}

/**
 * Chooses the district or county one lives in, and optionally an organisation. Attempts that count keep theirs.
 * @param region slug in today's edition, or of a unit that is part of one of today's
 * @returns refusals: region-unknown, organisation-name
 */
export async function chooseRegion(
  rt: Runtime,
  accountId: number,
  choice: { region: string; organisation?: string | null | undefined },
): Promise<Outcome<WireMe>> {
  const edition = await editionOn(rt, dayOf(rt.clock.now()))
  const unit = await unitNamed(rt, edition, choice.region)
  if (!unit) return no('region-unknown')
  const name = belongsTo(choice.organisation ?? '')
  if (name === undefined) return no('organisation-name')
  await rt.storage.atomically(async tx => {
    const organisationId = name
      ? await organisationNamed(tx, {
          publicId: publicId(),
          name,
          normalName: normalOrganisation(name),
          createdAt: rt.clock.now(),
        })
      : null
    await setRegion(tx, accountId, { regionEdition: edition, region: unit.slug, organisationId })
  })
  return yes(await meOf(rt, accountId))
}

/** @param showName consent to show 张* on boards; without it one is 匿名 @returns refusal: name-invalid */
export async function chooseName(
  rt: Runtime,
  accountId: number,
  choice: { name: string | null; showName: boolean },
): Promise<Outcome<WireMe>> {
  const written = choice.name?.trim() || null
  const name = written && personName(written)
  if (written && !name) return no('name-invalid')
  await rt.storage.atomically(tx => setName(tx, accountId, name, choice.showName && name !== null))
  return yes(await meOf(rt, accountId))
}

export const suggestOrganisations = async (rt: Runtime, query: string): Promise<string[]> => {
  const fragment = normalOrganisation(query)
  return fragment.length === 0 ? [] : organisationsLike(rt.storage.read, fragment)
}
