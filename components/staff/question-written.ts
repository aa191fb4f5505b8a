/** A question while it is written: what a change of one part means for the others. */
import { type QuestionKind, truefalseOptions } from '#core/question/question'
import type { WireWritten } from '#core/wire-bank'

/** A change of kind keeps what fits: texts stay, several keys become one. */
export function asKind(written: WireWritten, kind: QuestionKind): Partial<WireWritten> {
  const wasFixed = written.kind === 'truefalse'
  const empty = Array.from({ length: 4 }, () => ({ zh: '', en: '' }))
  const options = kind === 'truefalse' ? truefalseOptions : wasFixed ? empty : written.face.options
  const right = kind === 'multiple' || !hasSeveral(written.right) ? written.right : 0
  const scenario = kind === 'case' ? (written.face.scenario ?? { zh: '', en: '' }) : written.face.scenario
  return { kind, face: { ...written.face, options, scenario }, right: kind === 'truefalse' && right > 0b10 ? 0 : right }
}

const hasSeveral = (right: number): boolean => (right & (right - 1)) !== 0

/** No key points at an option that is gone. */
export const fitting = (written: WireWritten): WireWritten => {
  const right = written.right & ((1 << written.face.options.length) - 1)
  return right === written.right ? written : { ...written, right }
}

/** As it is sent: empty lines and anchors are nothing, and a time that is not there yet is the usual one. */
export function trimmed(written: WireWritten): WireWritten {
  return {
    ...written,
    levelReason: written.levelReason ?? null,
    seconds: Math.min(600, Math.max(5, Math.round(written.seconds) || 30)),
    sources: written.sources
      .filter(({ law, article }) => law !== '' || article.trim() !== '')
      .map(source => ({
        ...source,
        anchors: source.anchors.map(anchor => anchor.trim()).filter(anchor => anchor !== ''),
      })),
  }
}
