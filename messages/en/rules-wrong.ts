import type { Messages } from '../zh.ts'

const yuan = (n: number | undefined): string => (n ?? 0).toLocaleString('en-US')

export const rulesWrong: Messages['rulesWrong'] = {
  fee: () => ({ why: 'Taking part must be free.', way: 'Set the fee to 0.' }),
  'bought-points': () => ({ why: 'Neither chances nor points may be bought.', way: 'Set bought points to 0.' }),
  'sign-in-points': () => ({
    why: 'A public contest gives no points for signing in and forces nobody to.',
    way: 'Set these points to 0: only answers count.',
  }),
  'share-points': () => ({ why: 'Sharing must not earn points.', way: 'Set these points to 0: only answers count.' }),
  'online-points': () => ({
    why: 'Time online must not earn points.',
    way: 'Set these points to 0: only answers count.',
  }),
  'share-attempts': () => ({
    why: 'Attempts must not be earned by sharing or inviting.',
    way: 'Set it to 0; if needed, allow everybody more attempts.',
  }),
  'staff-win': () => ({ why: 'Staff and authors of questions must not win.', way: 'Switch this off.' }),
  'lottery-value': d => ({
    why: `A prize that is drawn may be worth at most ${yuan(d.most)} yuan; this one is worth ${yuan(d.value)}.`,
    way: `Choose a prize of at most ${yuan(d.most)} yuan, or award it by rank.`,
  }),
  'id-at-entry': () => ({
    why: 'ID numbers may be asked of winners only, not at the entry.',
    way: 'Ask when a prize is claimed, or not at all.',
  }),
  'address-at-entry': () => ({
    why: 'Addresses may be asked of winners only, not at the entry.',
    way: 'Ask when a prize is claimed, or not at all.',
  }),
  'guardian-missing': d => ({
    why: `Whoever is under ${d.age} needs a guardian’s consent.`,
    way: `Switch the guardian’s consent on, or set the minimum age to ${d.age}.`,
  }),
  'list-empty': () => ({
    why: 'Entry is limited to a list, and the list is empty.',
    way: 'List at least one, or open the contest to everybody.',
  }),
  'organisation-needed': () => ({
    why: 'When only some organisations may enter, people must name theirs and cannot stand as individuals.',
    way: 'Make the organisation required and switch individuals off, or open the contest to everybody.',
  }),
  'age-order': () => ({
    why: 'The track’s highest age is below its lowest.',
    way: 'Swap the two, or leave one of them out.',
  }),
  'track-too-young': ({ age }) => ({
    why: `The track ends below the least age of ${age} for taking part: nobody could be in it.`,
    way: 'Raise the track’s highest age, or lower the least age.',
  }),
  'named-twice': () => ({ why: 'This id is used twice.', way: 'Give this one another id.' }),
  'span-order': () => ({
    why: 'The end is not after the beginning.',
    way: 'Move the end back or the beginning forward.',
  }),
  'stage-outside': () => ({
    why: 'This stage reaches beyond the contest.',
    way: 'Move the stage inside the contest, or change the contest’s dates.',
  }),
  'stage-overlap': () => ({
    why: 'This stage begins before the one before it has ended.',
    way: 'Put the stages one after another, without overlap.',
  }),
  'stage-short': d => ({
    why: `This stage is shorter than one paper takes (${d.seconds} seconds): nobody could finish.`,
    way: 'Lengthen the stage, or shorten the paper.',
  }),
  'warm-up-late': () => ({
    why: 'A warm-up must end before the contest opens.',
    way: 'End the warm-up earlier, or open the contest later.',
  }),
  'announced-early': () => ({
    why: 'The results would be announced before the contest has closed.',
    way: 'Announce them after the close.',
  }),
  'claim-early': () => ({
    why: 'Claims would end before the results are announced.',
    way: 'Let claims end later, with enough days for everybody.',
  }),
  'freeze-long': () => ({
    why: 'The boards would stand still for longer than the contest.',
    way: 'Freeze them later.',
  }),
  'stages-missing': () => ({
    why: 'This goes by stages, and the contest has none.',
    way: 'Add stages, or choose another way.',
  }),
  'limit-above': d => ({
    why: `This limit (${d.limit}) is above the wider one (${d.wider}) and can never be reached.`,
    way: `Choose at most ${d.wider}, or raise the wider limit.`,
  }),
  'best-of-more': d => ({
    why: `More attempts would count than the ${d.total} that one may make.`,
    way: 'Count fewer, or allow more attempts.',
  }),
  'question-longer': d => ({
    why: `One question would have more time than the whole paper (${d.seconds} seconds).`,
    way: 'Shorten the question’s time, or lengthen the paper’s.',
  }),
  'minimum-above-clock': d => ({
    why: `The minimum time is not below the time limit (${d.seconds} seconds): every paper would be marked.`,
    way: 'Shorten the minimum time, or set it to 0.',
  }),
  'blueprint-sum': d => ({
    why: `The cells add up to ${d.planned} questions, and a paper has ${d.total}.`,
    way: `Make them add up to ${d.total}, or let a paper have ${d.planned}.`,
  }),
  'blueprint-kinds': () => ({
    why: 'Kinds have different marks, but their numbers are not fixed: people’s full marks would differ.',
    way: 'Name the kind in every cell, or give all kinds the same marks.',
  }),
  'pass-mark-high': d => ({
    why: `The pass mark is above full marks (${d.maximum}).`,
    way: `Choose at most ${d.maximum}.`,
  }),
  'pass-mark-missing': () => ({
    why: 'This goes by passing, but there is no pass mark.',
    way: 'Set a pass mark, or choose another way.',
  }),
  'partial-high': d => ({
    why: `An incomplete answer would earn no less than a right one (${d.points}).`,
    way: `Choose at most ${(d.points ?? 1) - 1}, or give marks for complete answers only.`,
  }),
  'out-after-high': d => ({
    why: `A paper has ${d.total} questions only.`,
    way: `Choose at most ${d.total}, or let nobody be out.`,
  }),
  'answers-tell-others': () => ({
    why: 'Everybody has the same questions: whoever finishes first could tell the answers to the others.',
    way: 'Publish the answers after the close, or draw papers at random.',
  }),
  'answers-tell-score': () => ({
    why: 'Scores are published at the close, but answers before it would tell them.',
    way: 'Publish the answers at the close too, or show scores at once.',
  }),
  'rank-tells-score': () => ({
    why: 'Scores are published at the close, but a rank would tell them.',
    way: 'Hide the rank, or show scores at once.',
  }),
  'until-right-tells': () => ({
    why: 'Trying again tells what is right, and the answers are not public by then.',
    way: 'Publish the answers at once, or switch trying again off.',
  }),
  'ties-without-end': () => ({
    why: 'The tie-breaks have no end: what if everything is equal?',
    way: 'Let the list end in a shared rank or a lot.',
  }),
  'ties-after-end': () => ({
    why: 'After a shared rank or a lot nothing is compared any more.',
    way: 'Move it to the end, or remove what follows it.',
  }),
  'ties-twice': () => ({ why: 'The same tie-break stands here twice.', way: 'Remove the later one.' }),
  'award-without-count': () => ({
    why: 'The number of places is missing.',
    way: 'Give at least 1, or remove this item.',
  }),
  'draw-without-prizes': () => ({
    why: 'This draw has no prizes.',
    way: 'Add at least one, or remove the draw.',
  }),
  'odds-missing': () => ({
    why: 'An instant draw must say how likely a win is.',
    way: 'Say one in how many chances wins.',
  }),
  'odds-unused': () => ({
    why: 'Odds are for instant draws only; other draws give a fixed number of prizes.',
    way: 'Remove the odds, or make it an instant draw.',
  }),
  'days-above-window': d => ({
    why: `There are at most ${d.most} days in this draw’s reach.`,
    way: `Choose at most ${d.most}, or let the contest last longer.`,
  }),
  'fall-back-unclear': () => ({
    why: 'Only draws among perfect or passing papers can go down to the next score.',
    way: 'Remove the fall-back, or choose another condition.',
  }),
  'fall-back-high': d => ({
    why: `The lowest score to fall back to is not below the condition (${d.least}).`,
    way: `Choose less than ${d.least}, or remove the fall-back.`,
  }),
  'weights-sum': d => ({ why: `The weights add up to ${d.weights} instead of 100.`, way: 'Make them add up to 100.' }),
  'people-missing': () => ({
    why: 'Organisations are compared by rate, but their sizes are missing.',
    way: 'Give their numbers of people, or compare them otherwise.',
  }),
  'organisations-off': () => ({
    why: 'Organisations are awarded, but nobody is asked for theirs.',
    way: 'Ask for the organisation, or award districts instead.',
  }),
  'stage-unknown': () => ({ why: 'There is no such stage.', way: 'Choose one that exists, or add it first.' }),
  'final-first': () => ({
    why: 'The final is the first stage: there is nothing before it to qualify in.',
    way: 'Add a stage before it.',
  }),
}
