import { dayTime } from '#app/format'
import { paths } from '#app/paths'
import { Caption } from '#components/caption'
import { Notice } from '#components/notice'
import { Table, tableStyles } from '#components/table'
import type { Locale } from '#core/locale'
import type { Report, ReportSection } from '#core/report/report'
import type { Messages } from '#messages/zh'
import styles from './report.module.css'

/** The whole report: one captioned table a figure, with its query under it, and pictures of the activities. */
export function ReportView({ report, locale, text }: { report: Report; locale: Locale; text: Messages }) {
  const words = text.report
  return (
    <div className={styles.report}>
      <p>{words.lead}</p>
      <p className={styles.quiet}>{words.asOf(dayTime(report.asOf, locale))}</p>
      {report.sample && <Notice kind="attention">{words.sample}</Notice>}
      {report.sections.map((section, i) => (
        <section key={section.key} className={styles.section} aria-labelledby={section.key}>
          <Caption figure={text.frame.figure(i + 1)} id={section.key}>
            {section.title}
          </Caption>
          {section.rows.length === 0 ? <p>{section.empty}</p> : <Figures section={section} />}
          <p className={styles.query}>
            {words.queryLine(section.query.counted, section.query.table, section.query.filter)}
          </p>
          {section.statements.length > 0 && (
            <details className={styles.statements}>
              <summary>{words.statements}</summary>
              {section.statements.map(statement => (
                <code key={statement}>{statement}</code>
              ))}
            </details>
          )}
        </section>
      ))}
      {report.pictures.length > 0 && (
        <section className={styles.section} aria-labelledby="pictures">
          <Caption figure={text.frame.figure(report.sections.length + 1)} id="pictures">
            {words.pictures}
          </Caption>
          <ul className={styles.pictures}>
            {report.pictures.map(picture => (
              <li key={picture.id}>
                <img
                  src={paths.picture(picture.id, 'small')}
                  alt={picture.alt}
                  width="640"
                  height="400"
                  loading="lazy"
                />
                <p className={styles.quiet}>
                  {picture.illustration ? words.illustration(picture.title) : picture.title}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Figures({ section }: { section: ReportSection }) {
  const hasBars = section.bars.length > 0
  return (
    <div className={styles.scroll}>
      <Table caption={section.title} captionSpoken>
        <thead>
          <tr>
            {section.columns.map(({ name, number }) => (
              <th key={name} scope="col" className={number ? tableStyles.number : undefined}>
                {name}
              </th>
            ))}
            {hasBars && <td className={styles.bar} />}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((cells, i) => (
            <tr key={cells.join('|')}>
              {cells.map((cell, at) => cellOf(cell, at, section))}
              {hasBars && (
                <td className={styles.bar}>
                  <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={100 * (section.bars[i] ?? 0)} height="6" />
                  </svg>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function cellOf(cell: string, at: number, { columns }: ReportSection) {
  const name = columns[at]?.name
  if (at === 0)
    return (
      <th key={name} scope="row">
        {cell}
      </th>
    )
  return (
    <td key={name} className={columns[at]?.number ? tableStyles.number : undefined}>
      {cell}
    </td>
  )
}
