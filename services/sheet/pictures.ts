/** Where pictures and charts hang in a sheet of a workbook: each at a cell. */
import { allNamed, childNamed, elementsOf, textOf } from '#core/bank/xml'
import { readRelations } from './workbook.ts'
import { readXml } from './xml-tree.ts'
import type { Archive } from './zip.ts'

/** @param part of the sheet @returns rows, each once, from 1 */
export async function pictureRows(archive: Archive, part: string): Promise<number[]> {
  const at = part.lastIndexOf('/') + 1
  const relations = archive.part(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`)
  const targets = relations ? [...(await readRelations(relations)).values()] : []
  const names = new Set(targets.map(target => target.replace(/^.*?drawings\//, 'xl/drawings/')))
  const rows = new Set<number>()
  for (const name of names) {
    const drawing = /\/drawing\w*\.xml$/.test(name) ? archive.part(name) : null
    if (!drawing) continue
    for (const anchor of elementsOf(await readXml(drawing, name))) {
      const isPicture = [...allNamed(anchor, 'pic'), ...allNamed(anchor, 'graphicframe')].length > 0
      const row = Number(textOf(childNamed(childNamed(anchor, 'from'), 'row')))
      if (isPicture && Number.isInteger(row)) rows.add(row + 1)
    }
  }
  return [...rows]
}
