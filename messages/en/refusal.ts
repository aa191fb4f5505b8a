import type { Messages } from '../zh.ts'

export const refusal: Messages['refusal'] = {
  'invalid-request': 'Something was missing or in the wrong form. Please reload the page and try again.',
  'not-found': 'We could not find this. The address may be wrong, or it is no longer here.',
  'sign-in-required': 'Please sign in first. You will come back here afterwards.',
  forbidden: 'Your account may not do this. Please ask an administrator if you need to.',
  'foreign-origin': 'This request did not come from a page of this site, so we did not act on it.',
  'unsupported-media-type': 'We could not tell what kind of content was sent, so we did not act on it.',
  'too-large': 'What was sent is too large, so we did not act on it.',
  'too-many-requests': 'That was too often. Please wait a little and try again.',
  busy: 'Many people are here right now. Please try again in a few seconds; nothing saved is lost.',
  'storage-full':
    'The server has no room left: this was not saved, and nothing saved is lost. Please try again later, or tell the organizer.',
  internal: 'Something went wrong on our side and has been recorded. Please try again later.',
  'phone-invalid': 'Enter an 11-digit mobile number of mainland China, for example 138 0013 8000.',
  'code-not-sent': 'No code can be sent at the moment. Try again later, or contact the organizer.',
  'code-wrong': 'The code is wrong or has expired. Check the newest message, or ask for a new code.',
  'login-wrong': 'The login or the password is wrong. Please try again.',
  'setup-link-used': 'This set-up link has been used or is no longer valid. Use the newest one printed at start.',
  'login-taken': 'Somebody already has this login. Please choose another one.',
  'password-short': 'A password needs at least 12 characters. A few words in a row are safe and easy to remember.',
  'region-unknown': 'We do not know this district or county. Please choose one from the list.',
  'region-needed': 'Please choose your district or county first; your score counts towards its board.',
  'scope-unknown': 'This contest has no board of that day or stage.',
  'boards-frozen': 'The boards are frozen already. Reveal them to publish what happened since.',
  'boards-not-revealed':
    'The boards have not been revealed, and results since the freeze are not on them. Reveal them first.',
  'boards-not-frozen': 'The boards are not frozen: there is nothing to reveal.',
  'ranks-recounted':
    'A question was regraded, and all ranks are being counted again. They decide who is in the final: please come back in a minute or two.',
  'ranks-already': 'The ranks of districts are set this way already. Please reload the page.',
  'organisation-name': 'The name of an organisation has 2 to 60 characters. Please check it.',
  'name-invalid': 'A name begins with a letter and has at most 30 letters, spaces and hyphens.',
  'closing-prize':
    'You still have a prize in hand. Receive it, or give it up under “My prizes”, and then close the account.',
  'closing-staff': 'Staff accounts are not closed by their owners. A system administrator deactivates them.',
  'contest-not-open': 'The contest is not open now. Its page says from when to when it is.',
  'not-eligible': 'You are not among those this contest is for. Its page says who is.',
  'attempts-used-up': 'You have used all your attempts. Your results are under “My page”.',
  'attempt-not-yet': 'You cannot start another attempt yet. The contest’s page says when you can.',
  'entry-needed': 'This contest asks for a little more first. Then you can start.',
  'entry-invalid': 'Something here is not right. Please check it and save again.',
  'entry-fixed': 'You have already taken part in this group, so it can no longer be changed.',
  'attempt-open': 'You have a paper under way. Please continue with that one.',
  'attempt-over': 'Time is up; the paper has been handed in.',
  'attempt-elsewhere': 'This paper goes on on another device. To answer here, choose “Continue on this device”.',
  'attempt-unfinished': 'This paper has not been handed in yet. You will see the result when it has.',
  'choice-invalid': 'That option does not belong to this question. Please reload the page and choose again.',
  'position-unknown': 'There is no such question on this paper. Please reload the page.',
  'question-over': 'The time for this question has passed, or you have answered it already.',
  'question-not-yet': 'It is not this question’s turn yet. Please answer in order.',
  'sequence-used': 'Another answer to this question was saved just before. Please reload, check, and choose again.',
  'slug-taken': 'Another contest already has this address. Please choose another one.',
  'contest-dates': 'The end must be later than the start. Please check dates and times.',
  'contest-no-sets': 'Please choose at least one question set.',
  'pool-too-small':
    'The chosen sets have too few questions that hold during the contest. Add a set, or ask fewer questions.',
  'rules-refused': 'These rules cannot be used.',
  'contest-paused': 'The contest is paused, and so is your time. It goes on by itself; your answers are kept.',
  'pause-per-question':
    'A contest with a clock for each question cannot be paused: the time of questions gone by cannot be given back. Extend the contest instead.',
  'extension-used': 'Somebody has already answered in the added time; it cannot be taken back.',
  'contest-started': 'The contest has begun; this can no longer be changed.',
  'contest-not-closed':
    'The contest has not closed yet, or its last papers are still coming in. Export the winners a minute after the close.',
  'regrade-choice':
    'Choose at least one other answer to accept: made of this question’s options, and not the key itself.',
  'erratum-needed': 'Write a correction for the participants. It is published on the contest’s page.',
  'blueprint-short':
    'The questions cannot fill the paper’s blueprint. Add questions to this cell, or ask for fewer there; the step “Paper and clock” lists every cell that lacks some.',
  'amendment-empty': 'Nothing was changed. Change a rule first, then propose it.',
  'amendment-prizes':
    'Prizes, draws and the terms of claiming stay as they were when the contest opened: that is a promise to everybody who takes part.',
  'amendment-unfair':
    'After the opening only what puts nobody at a disadvantage may be changed, such as more attempts or later answers. Please leave this rule as it was.',
  'reason-needed': 'Please say why, in at least 4 characters. It is kept with the record of what was done.',
  'file-type':
    'Files of this kind cannot be read. Upload .xlsx, .csv, .json, .docx, .odt, GIFT or XML of Moodle, a QTI package, or paste text; save .xls, .ods and PDF as .xlsx first, and .doc or .wps as .docx.',
  'file-broken':
    'The file cannot be opened: it may be damaged, or a quotation mark may lack its partner. Open it in the program it comes from, save it again and upload it.',
  'file-too-large': 'The file is too large. Split it and upload the parts one by one.',
  'file-too-complex':
    'The file holds too much: at most 20,000 questions and 64 columns, no macros, external links or embedded files. Keep only the questions, or split the file and upload the parts one by one.',
  'file-encoding': 'We cannot read the text encoding. Save it as CSV in UTF-8, or upload an .xlsx file.',
  'file-empty':
    'No questions were recognised in the file. The first row of a table holds its headings (compare the template); a text needs a number like “1.” before each question, “A.” before options, and “Answer: B”.',
  'file-columns':
    'No questions were recognised. A table needs headings such as “Question” and “Answer” (compare the template); a text needs a number like “1.” before each question, “A.” before options, and “Answer: B”.',
  'file-key-twice':
    'An object in the JSON has the same key twice, and nobody can tell which counts. Keep one of them and upload again.',
  'file-text-long':
    'The text at this place has more than 8,000 characters, which is no question. Shorten it, or make several questions of it, and upload again.',
  'file-locked':
    'The file has a password for opening. Remove it in your spreadsheet program or word processor, save the file and upload it again.',
  'rows-refused': 'Some rows did not pass, so nothing was stored. Correct them as shown and upload again.',
  'columns-incomplete': 'Say which column holds the question and which the answer; each may be chosen once.',
  'batch-used': 'Some questions of this batch have been on papers, so it cannot be taken back. You can retire them.',
  'batch-changed': 'Some questions of this batch were changed since, so it cannot be taken back as a whole.',
  'batch-in-contest': 'A contest that is open or announced draws from this batch, so it cannot be taken back now.',
  'practice-during-attempt': 'Your contest paper is still open. Please hand it in first, then come back to practise.',
  'already-marked': 'This article is marked as amended for that day already.',
  'second-person-needed': 'A second person has to review: whoever marked an article cannot review what it touches.',
  'reviewed-already': 'Something has been reviewed already, so the mark cannot be taken back.',
  'note-needed': 'Please say what this rests on, or what was done. It is kept with your name and the time.',
  'report-length': 'Please say in 10 to 1000 characters what is wrong and what it should be.',
  'handled-already': 'Somebody else has handled this report already.',
  'report-taken': 'Somebody else is on this report already.',
  'factor-wrong': 'That code is wrong or was used before. Please wait for the next six digits of your app.',
  'factor-set-up': 'This account already has an authenticator.',
  'factor-not-set-up': 'This account has no authenticator yet. Please set it up first.',
  'second-factor-needed': 'This step needs your identity once more. Please enter the six digits of your app.',
  'last-keeper': 'Nobody could look after people any more. Please make another colleague a system administrator first.',
  'own-account': 'You cannot do this to your own account; another administrator has to.',
  'already-active': 'This account is not deactivated.',
  'columns-unknown': 'Please choose at least one column, and only columns of this list.',
  'export-gone':
    'This file is not ready yet, or was removed when its time was over. Please export again if you need it.',
  'approval-over': 'This proposal was decided, withdrawn or has expired. Please reload the page.',
  'approval-needed': 'Another person has to approve this first. Please propose it, and come back when it is approved.',
  'act-empty': 'None of the chosen questions allows this now; nothing was changed. The reason stands beside each.',
  'act-changed':
    'The chosen questions have changed in the meantime; nothing was done. Look at the new list, then confirm.',
  'undone-already': 'This step has been undone already.',
  'undo-too-late':
    'Some of these questions have been changed since: the step can no longer be undone as a whole. Handle them one by one.',
  'address-taken': 'This address is already in use. Please choose another.',
  'campaign-incomplete':
    'Something about this campaign is missing or not in the right form. Please check the field that is named.',
  'department-unknown': 'We do not know this department. Please choose one from the list.',
  'activity-incomplete':
    'Please check the field that is named: a title of 2 to 80 characters, a summary of 4 to 300, a text of at most 8,000, and a district or a department.',
  'activity-not-yours':
    'You can only report for your own district or department. Please ask an administrator if that should change.',
  'activity-state': 'This report has moved on, so this step is no longer possible. Please reload the page.',
  'activity-changed': 'Somebody else has just changed this report. Please copy your text first, then reload the page.',
  'certificates-none': 'Nobody meets this condition, so no certificate was issued.',
  'certificate-number': 'This number was mistyped: please compare it with the certificate once more.',
  'certificate-revoked': 'This certificate has been revoked.',
  'nickname-unfit': 'A nickname has at most 12 characters, and is neither your real name nor a phone number.',
  'share-later': 'The picture can be made once the score is told.',
  'picture-type': 'Only JPEG, PNG and WebP pictures can be uploaded.',
  'picture-too-large': 'This picture is too large: at most 10 MB and 50 million pixels. Please make it smaller first.',
  'picture-broken': 'This picture cannot be opened and may be damaged. Please save it again with a picture viewer.',
  'pictures-full': 'A report has at most nine pictures.',
  'alt-needed':
    'Please describe the picture in one sentence in Chinese and one in English (4 to 200 characters each), for those who cannot see it.',
  'claim-second-phone':
    'The same identity has claimed a prize with another phone. By the rules the account that took part first counts, so this one cannot claim. If that is a mistake, please object within the notice period.',
  'prize-looked-at':
    'This winner gave the same identity as another account and waits for a review. Decide the case in the integrity review first, then hand the prize over.',
  'claim-field': 'This field is not right yet. Please compare it with the hint.',
  'claim-consent': 'Please tick that you agree. Without your consent we may not take these data.',
  'prize-state': 'This cannot be done with the prize as it stands now. Please reload the page.',
  'prize-terms-changed':
    'The terms of the prizes differ from those published when the contest opened. Restore them first: nobody may win by other terms.',
  'not-final-yet':
    'The results are not final: time is not up, or the last papers are still coming in. Try again a minute after the end.',
  'draw-made': 'This draw is frozen or has been made. To repeat it, give the reason; the first one stays public.',
  'draw-empty': 'Nobody qualifies for this draw, so there is no list to freeze.',
  'draw-number': 'This public number is too short or has no digits. Copy it as it was announced, at least 4 digits.',
  'draw-number-early': 'The public number has not been announced yet.',
  'draw-number-late':
    'The number must be announced after the list was frozen. Choose one that is still to come, with time for a colleague to check.',
  'draw-unknown': 'The rules have no such draw, or the contest no such stage or day.',
  'draw-no-awards': 'The rules promise one prize a person. Settle the ranked awards before freezing the list.',
  'list-published': 'The list has been published and cannot be changed this way.',
  'list-empty': 'Nobody is on the list; there is nothing to publish.',
  'list-not-published': 'The list has not been published yet.',
  'review-waiting': 'The result of somebody on the list still waits for a review. Decide on it first.',
  'notice-running': 'The notice period is not over; prizes cannot be handed over yet.',
  'notice-over': 'The notice period is over; objections are no longer taken.',
  'objection-length': 'Please say in 10 to 1000 characters whom you object to, and why.',
  'set-in-use': 'A contest that is open or announced uses this set, so it cannot be retired now.',
  'set-handbook': 'The handbook’s own set is what people practise with: it cannot be retired.',
  'question-wrong': 'Some things need correcting; nothing was saved. See the note beside each.',
  'question-changed':
    'The question has been revised while you were editing; nothing was saved. What you wrote is still here: compare it with the new version, then save.',
  'number-taken': 'The set has a question with this number already. Choose another.',
}
