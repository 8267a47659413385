import type { TextsOf } from '../texts-of.ts';
import type { welcome as zh } from '../zh/welcome.ts';

/** Texts of the page before sign-in, of signing up and of booking a demo. */
export const welcome: TextsOf<typeof zh> = {
  'welcome.title': 'Sales performance dashboard',
  'welcome.lead': 'Numbers that are right, explain themselves, and lead to an action',
  'welcome.what':
    'Salesboard reads your CRM, ERP and spreadsheets and turns orders, deals and customers into a report that updates. Every number opens: how it is computed, what it leaves out, which rows are behind it.',
  'welcome.try': 'Try it free for {{days}} days',
  'welcome.try_plain': 'Try it free',
  'welcome.demo': 'Book a demo',
  'welcome.sign_in': 'Sign in',
  'welcome.note':
    'A workspace of your own within seconds, with three years of a made-up company in it. No card; when it ends it becomes read-only and nothing is deleted.',
  'welcome.note_closed': 'Trials are not open here: book a demo, or ask an admin to invite you.',
  'welcome.hero': 'Overview: where the quarter stands, why, and what needs you today',
  'welcome.story': 'The trial company hides three problems',
  'welcome.story.why':
    'No analyst needed. The pages state their findings in a sentence, and the tour leads you to each of them.',
  'welcome.story.1': 'South China falls for one reason',
  'welcome.story.1.text':
    'It loses the most of the five regions. By product line it is sensors; by customer type it is mid-sized companies. Without that one cell the region is ahead of last year. Knowing who, you know whom to call.',
  'welcome.story.1.picture':
    'Customers of South China: sensors fell most against a year ago, among mid-sized companies',
  'welcome.story.2': 'Negotiation is stuck over price',
  'welcome.story.2.text':
    'Some forty deals usually stand there; now it is nearly eighty. Each is listed: how long it has stood, how often its amount was cut, who the rival is, and a next step that one click turns into a task.',
  'welcome.story.2.picture': 'Stuck deals: most seem to hang on the price, each with a next step',
  'welcome.story.3': 'A channel with many leads and few wins',
  'welcome.story.3.text':
    'A third of all leads come from it, and hardly any wins. Sources are compared by quality; small samples shrink towards the whole and too small ones are not ranked, so no new channel is wronged.',
  'welcome.story.3.picture': 'Source quality: share of leads beside share of wins',
  'welcome.roles': 'Everybody opens the page that is theirs',
  'welcome.roles.rep': 'Reps',
  'welcome.roles.rep.text':
    'My number, my rank, what is left per workday, and the five deals to follow today. A phone is enough.',
  'welcome.roles.manager': 'Managers',
  'welcome.roles.manager.text':
    'Who falls behind the team, which deals stand still, which customers are about to leave, each with a cause and a next step.',
  'welcome.roles.executive': 'Executives',
  'welcome.roles.executive.text':
    'One sentence on how the quarter goes and why, against as many workdays: never half a month against a whole one.',
  'welcome.roles.finance': 'Finance',
  'welcome.roles.finance.text':
    'Orders, refunds, invoices and payments on one definition; totals that equal their lists.',
  'welcome.roles.admin': 'Admins',
  'welcome.roles.admin.text':
    'Imports are tried before they are written, every rejected row has a reason, a whole batch can be undone; roles and data scopes decide who sees what.',
  'welcome.roles.picture': 'The overview that a rep sees on a phone',
  'welcome.safe': 'On your own machine',
  'welcome.safe.own': 'Data stays in the house',
  'welcome.safe.own.text': 'One command starts it, no database to install, and nothing is sent anywhere.',
  'welcome.safe.sealed': 'Names and contacts are encrypted at rest',
  'welcome.safe.sealed.text': 'AES-256-GCM under a master key that you hold; every look at a contact is on record.',
  'welcome.safe.backup': 'Backups that prove they restore',
  'welcome.safe.backup.text':
    'Encrypted as a whole; verifying restores into a scratch store and compares every table by rows and checksum.',
  'welcome.safe.audit': 'A log that cannot be bent',
  'welcome.safe.audit.text':
    'Sign-ins, permissions, imports and exports, chained by hash: an entry that goes missing is found out.',
  'welcome.end': 'See for yourself, in two minutes',
  'welcome.licence': 'Open source, Apache-2.0',
  'sign_up.title': 'Try it free',
  'sign_up.what':
    'The trial lasts {{days}} days. After that the workspace is read-only, you can export everything at any time, and nothing is deleted silently.',
  'sign_up.company': 'Company',
  'sign_up.name': 'Your name',
  'sign_up.email': 'E-mail',
  'sign_up.password': 'Choose a password',
  'sign_up.data': 'What the workspace begins with',
  'sign_up.data.demo': 'Demo data',
  'sign_up.data.demo.text': 'Three years of a made-up company that moves with the clock, and a tour',
  'sign_up.data.empty': 'Nothing',
  'sign_up.data.empty.text': 'Import your own files right away',
  'sign_up.agrees': 'I agree to the trial as described above and that these details are kept for it',
  'sign_up.submit': 'Start the trial',
  'sign_up.submitting': 'Preparing the workspace',
  'sign_up.closed': 'Trials are not open here',
  'sign_up.closed.why': 'Book a demo, or ask an admin for an invitation.',
  'sign_up.have_account': 'Have an account?',
  'sign_up.known':
    'Signing in did not work: if this address has an account already, sign in with its own password and make a workspace from your menu.',
  'sign_up.mail': 'Look into your mailbox',
  'sign_up.mail.why':
    'A letter is on its way to {{email}}; its link opens your workspace, for 24 hours. Nothing there? Look among the junk, or ask again in a while.',
  'sign_up.confirming': 'Opening your workspace',
  'sign_up.confirm_failed': 'This link opens no workspace',
  'sign_up.again': 'Sign up again',
  'book.title': 'Book a demo',
  'book.what':
    'Leave a way to reach you; whoever runs this server will get in touch. The details are encrypted, used for that alone, and can be deleted.',
  'book.name': 'Your name',
  'book.company': 'Company',
  'book.contact': 'E-mail or phone',
  'book.team': 'Size of the sales team',
  'book.team.1-5': '1–5 people',
  'book.team.6-20': '6–20 people',
  'book.team.21-100': '21–100 people',
  'book.team.101-500': '101–500 people',
  'book.team.500+': 'more than 500',
  'book.wish': 'What you would like to see (optional)',
  'book.agrees': 'I agree that these details are kept to get in touch with me',
  'book.submit': 'Book',
  'book.submitting': 'Sending',
  'book.done': 'Got it, thank you',
  'book.done.why': 'Somebody will reach you the way you left.',
  'book.home': 'Back to the start',
};
