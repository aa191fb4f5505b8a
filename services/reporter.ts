/** Reporters: for which district or county, and for which department, each of them writes. */
import type { Allowed } from '#core/account/roles'
import { dayOf } from '#core/day'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { allDepartments } from '#db/campaign'
import { setArea } from '#db/reporter'
import { accountByLogin, staffAccounts } from '#db/staff'
import { record } from './audit.ts'
import { namesFor } from './campaign.ts'
import { editionOn, unitNamed, unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface Area {
  /** A slug, or null. */
  region: string | null
  department: string | null
}

export interface Reporter extends Area {
  login: string
  name: string | null
}

/** Everybody with the role reporter, and what they may be given. */
export async function reportersFor(
  rt: Runtime,
  _allowed: Allowed<'people.write'>,
): Promise<{ reporters: Reporter[]; regions: [string, LocalText][]; departments: [string, LocalText][] }> {
  const read = rt.storage.read
  const edition = await editionOn(rt, dayOf(rt.clock.now()))
  const [accounts, departments, units] = await Promise.all([
    staffAccounts(read),
    allDepartments(read),
    unitsOf(rt, edition),
  ])
  const slugs = new Map(departments.map(({ id, slug }) => [id, slug]))
  return {
    reporters: accounts
      .filter(account => account.roles.includes('reporter'))
      .map(({ login, name, reportsRegion, reportsDepartment }) => ({
        login: login ?? '',
        name,
        region: reportsRegion,
        department: slugs.get(reportsDepartment ?? 0) ?? null,
      })),
    regions: units.map(unit => [unit.slug, { zh: unit.nameZh, en: unit.nameEn }]),
    departments: departments.map(({ slug, name }) => [slug, name]),
  }
}

/** What somebody reports for, in words; none: nothing yet. */
export async function areaOf(rt: Runtime, who: Allowed<'activities.write'>): Promise<LocalText[]> {
  const account = (await staffAccounts(rt.storage.read)).find(({ id }) => id === who.id)
  const names = await namesFor(rt, await editionOn(rt, dayOf(rt.clock.now())))
  const region = names.regions.get(account?.reportsRegion ?? '')
  const department = names.departments.get(account?.reportsDepartment ?? 0)?.name
  return [region, department].filter(name => name !== undefined)
}

/** @returns refusals: not-found (no reporter of that login), region-unknown, department-unknown */
export async function giveArea(
  rt: Runtime,
  by: Allowed<'people.write'>,
  login: string,
  area: Area,
): Promise<Outcome<Area>> {
  const edition = await editionOn(rt, dayOf(rt.clock.now()))
  if (area.region !== null && !(await unitNamed(rt, edition, area.region))) return no('region-unknown')
  return rt.storage.atomically(async tx => {
    const account = await accountByLogin(tx, login)
    if (!account?.roles.includes('reporter')) return no('not-found')
    const department = (await allDepartments(tx)).find(({ slug }) => slug === area.department)
    if (area.department !== null && !department) return no('department-unknown')
    await setArea(tx, account.id, { reportsRegion: area.region, reportsDepartment: department?.id ?? null })
    const detail = { region: area.region, department: area.department }
    await record(tx, {
      at: rt.clock.now(),
      actor: by,
      action: 'account.area',
      subject: `account:${account.publicId}`,
      detail,
    })
    return yes(area)
  })
}
