import { caseForms } from '../declension.ts'
import type { AmendingPhrases } from '../phrases.ts'
import { declined, KAZAKH_CASES, noun } from './citations-kk.ts'

const word = (stem: string, plural: string, endings: string, pluralEndings: string) => ({
  singular: declined(stem, endings),
  plural: declined(plural, pluralEndings),
})

const LAST = { nominative: 'соңғы' }

const months = (forms: string) => forms.split(' ')

const MONTHS = {
  nominative: months(
    'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  ),
  dative: months(
    'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға',
  ),
  locative: months(
    'қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда',
  ),
  ablative: months(
    'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан',
  ),
  attributive: months(
    'қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы',
  ),
}

/**
 * Kazakh amending laws: «9-баптың 2-тармағы мынадай редакцияда жазылсын:». Sources: the amending law
 * of 2017 and the Kazakh texts of codes.
 */
export const phrasesKk: AmendingPhrases = {
  tradition: 'kz',
  language: 'kk',
  largerCase: 'genitive',
  quotes: [
    ['«', '»'],
    ['"', '"'],
    ['“', '”'],
  ],
  quoted: '{quote} деген {noun}',
  quotedNouns: {
    word: {
      singular: caseForms(
        KAZAKH_CASES,
        'сөз сөздің сөзге сөзді сөзде сөзден сөзбен сөздегі'.split(' '),
      ),
      plural: declined('сөздер', 'frontPlural'),
    },
    figure: word('цифр', 'цифрлар', 'backPlural', 'backPlural'),
    sign: word('тыныс белгісі', 'тыныс белгілері', 'frontOwn', 'frontOwn'),
    abbreviation: word('аббревиатура', 'аббревиатуралар', 'backSoft', 'backPlural'),
  },
  and: 'және',
  respectively: 'тиісінше',
  items: ['{n}.', '{n})'],
  numberedTwice: ['constitution'],
  range: '{from} – {to}',
  counted: '{n} {noun}',
  named: '{n} деген {noun}',
  last: { masculine: LAST, feminine: LAST, neuter: LAST },
  parts: {
    heading: noun([], 'back', 'тақырып', 'тақырыбы', 'тақырыптар'),
    sentence: noun([], 'front', 'сөйлем', 'сөйлемі', 'сөйлемдер', 'Nasal'),
    table: noun([], 'front', 'кесте', 'кестесі', 'кестелер', 'Soft'),
    row: noun([], 'back', 'жол', 'жолы', 'жолдар', 'Plural'),
    column: noun([], 'back', 'баған', 'бағаны', 'бағандар', 'Nasal'),
  },
  frames: {
    preface: noun([], 'front', 'кіріспе бөлік', 'кіріспе бөлігі', 'кіріспе бөліктер'),
    preamble: noun([], 'front', 'кіріспе', 'кіріспесі', 'кіріспелер', 'Soft'),
    conclusions: noun([], 'front', 'қорытынды бөлік', 'қорытынды бөлігі', 'қорытынды бөліктер'),
  },
  leadIn: '{unit.locative}:',
  missing: { inUnit: '{holder.locative} {unit} жоқ', inAct: 'актіде {unit} жоқ' },
  leadsCounted: true,
  clauses: {
    substitute: '[{unit.attributive}] {old.nominative} {which} {new.instrumental} ауыстырылсын',
    substituteEach: {
      full: '{unit.genitive} бүкіл мәтіні бойынша {old.nominative} {which} {new.instrumental} ауыстырылсын',
      inner: 'бүкіл мәтін бойынша {old.nominative} {which} {new.instrumental} ауыстырылсын',
    },
    insertAfter: '[{unit.nominative}] {anchor.ablative} кейін {words.instrumental} толықтырылсын',
    insertBefore:
      '[{unit.nominative}] {anchor.genitive} алдынан {words.instrumental} толықтырылсын',
    insertStart: '[{unit.genitive}] басы {words.instrumental} толықтырылсын',
    insertEnd: '[{unit.nominative}] {words.instrumental} толықтырылсын',
    omit: '[{unit.attributive}] {words.nominative} алып тасталсын',
    omitEach: {
      full: '{unit.genitive} бүкіл мәтіні бойынша {words.nominative} алып тасталсын',
      inner: 'бүкіл мәтін бойынша {words.nominative} алып тасталсын',
    },
    restateSentence: '[{unit.locative}] {part.nominative} мынадай редакцияда жазылсын:',
    insertSentence: '[{unit.nominative}] мынадай мазмұндағы {part.instrumental} толықтырылсын:',
    insertSentenceLast: '[{unit.nominative}] мынадай мазмұндағы {part.instrumental} толықтырылсын:',
    omitSentence: '[{unit.attributive}] {part.nominative} алып тасталсын',
    restateHeading: '[{unit.genitive}] тақырыбы мынадай редакцияда жазылсын:',
    omitHeading: '[{unit.genitive}] тақырыбы алып тасталсын',
    restateUnits: '{units.nominative} мынадай редакцияда жазылсын:',
    restateAnnexed: '{units.nominative} осы Заңға {annex} сәйкес редакцияда жазылсын',
    insertAnnexed: 'осы Заңға {annex} сәйкес {units.instrumental} толықтырылсын',
    restateAct: 'мынадай редакцияда жазылсын:',
    insertUnits: '[{unit.nominative}] мынадай мазмұндағы {units.instrumental} толықтырылсын:',
    insertUnitsAfter:
      '[{unit.nominative}] {sibling.ablative} кейін мынадай мазмұндағы {units.instrumental} толықтырылсын:',
    insertUnitsBefore:
      '[{unit.nominative}] {sibling.genitive} алдынан мынадай мазмұндағы {units.instrumental} толықтырылсын:',
    insertUnitsStart:
      '[{unit.genitive}] басы мынадай мазмұндағы {units.instrumental} толықтырылсын:',
    insertUnitsEnd: '[{unit.genitive}] соңы мынадай мазмұндағы {units.instrumental} толықтырылсын:',
    exclude: '{units.nominative} алып тасталсын',
    loseForce: '{units.genitive} күші жойылды деп танылсын',
    repealAct: 'күші жойылды деп танылсын',
    nestText: '{unit.genitive} мәтіні {to.nominative} болып есептелсін',
    renumber: '{units.nominative} {to.nominative} болып есептелсін',
    move: '{units.nominative} [{into.dative}] көшірілсін [және {to.nominative} болып есептелсін]',
    moveStart:
      '{units.nominative} [{into.genitive}] басына көшірілсін [және {to.nominative} болып есептелсін]',
    moveEnd:
      '{units.nominative} [{into.genitive}] соңына көшірілсін [және {to.nominative} болып есептелсін]',
    moveAfter:
      '{units.nominative} [{into.dative}] {sibling.ablative} кейін көшірілсін [және {to.nominative} болып есептелсін]',
    moveBefore:
      '{units.nominative} [{into.dative}] {sibling.genitive} алдына көшірілсін [және {to.nominative} болып есептелсін]',
    insertRow: '{table.nominative} {row.ablative} кейін мынадай мазмұндағы жолмен толықтырылсын:',
    insertRowFirst: '{table.nominative} мынадай мазмұндағы бірінші жолмен толықтырылсын:',
    restateRow: '{row.nominative} мынадай редакцияда жазылсын:',
    omitRow: '{row.nominative} алып тасталсын',
    suspend: '{units.genitive} қолданысы тоқтатыла тұрсын',
    suspendFrom: '{units.genitive} қолданысы {from.ablative} бастап тоқтатыла тұрсын',
    suspendUntil:
      '{units.genitive} қолданысы [{from.ablative} бастап] {until.dative} дейін тоқтатыла тұрсын',
    occurrence: '{n.nominative} рет кездесетін {old}',
    occurrenceLast: 'соңғы рет кездесетін {old}',
  },
  law: {
    title: '{act} {changes} енгізу туралы',
    titleMany: 'Қазақстан Республикасының кейбір заңнамалық актілеріне {changes} енгізу туралы',
    titleChange: { one: 'өзгеріс', many: 'өзгерістер' },
    titleAddition: { one: 'толықтыру', many: 'толықтырулар' },
    lead: '{act} {following} {changes} енгізілсін:',
    leadChange: { one: 'өзгеріс', many: 'өзгерістер' },
    leadAddition: { one: 'толықтыру', many: 'толықтырулар' },
    following: { one: 'мынадай', many: 'мынадай' },
    join: { one: 'пен', many: 'мен' },
    article: '{n}-бап.',
    acts: {
      constitution: {
        title: '{title}',
        lead: '[{date.locative} республикалық референдумда қабылданған ]{title}[ ({gazette})]',
        forms: [
          [/ясы$/u, 'ясына'],
          [/я$/u, 'яға'],
        ],
      },
      code: {
        title: '{title}',
        lead: '[{date.attributive} ][№ {number} ]{title}[ ({gazette})]',
        forms: [
          [/(?<=[еі]ксі)$|(?<=ексі)$/u, 'не'],
          [/екс$/u, 'ексіне'],
        ],
      },
      law: {
        unnamed: '',
        title: '[«{title}» ]Қазақстан Республикасының Заңына',
        lead: '[«{title}»][ {date.attributive}][ № {number}] Қазақстан Республикасының Заңына[ ({gazette})]',
        forms: [
          [/^«([^«»]*)»(?:\s+Қазақстан\s+Республикасының)?\s+Заңы?$/iu, '$1'],
          [/\s+Қазақстан\s+Республикасының\s+Заңы$/iu, ''],
          [/(?<=\sтуралы)\s+Заңы?$/iu, ''],
        ],
      },
    },
    bareSort: /^(?:қазақстан\s+республикасының\s+)?(?:конституциялық\s+)?(?:заңы?|кодексі?)$/iu,
    names: ['Қазақстан', 'Республикасы', 'Конституциясы'],
    date: '{y} жылғы {d} {month}',
    months: MONTHS,
    commencement: {
      all: 'осы Заң {when} қолданысқа енгізіледі',
      part: '{of} {when} қолданысқа енгізіледі',
      partMany: '{of} {when} қолданысқа енгізіледі',
      exceptPlace: 'before',
      except: '{parts} қоспағанда, ',
      exceptPart: '{when} қолданысқа енгізілетін {of.accusative}',
      exceptPartMany: '{when} қолданысқа енгізілетін {of.accusative}',
      onDate: '{date.ablative} бастап',
      onPublication: 'алғашқы ресми жарияланған күнінен бастап',
      afterDays: 'алғашқы ресми жарияланған күнінен кейін күнтізбелік {days} күн өткен соң',
      days: { 10: 'он', 20: 'жиырма', 30: 'отыз', 60: 'алпыс', 90: 'тоқсан' },
    },
    signature: ['Қазақстан Республикасының', 'Президенті'],
    annex: {
      one: 'қосымшаға',
      many: '{n}-қосымшаға',
      head: 'Қазақстан Республикасының Заңына [{n}-]қосымша',
    },
    enacting: null,
  },
}
