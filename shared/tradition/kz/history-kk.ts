import type { HistoryWords } from '../history.ts'

/** The notes of Kazakhstan's publishers in Kazakh: «Ескерту. 3-бапқа өзгеріс енгізілді – ҚР 10.03.2017 № 51-VI Заңымен». */
export const historyKk: HistoryWords = {
  language: 'kk',
  lead: /^(?:ескерту[.:]?|ескертпе[.:]?|\p{L}+\s+ескертпес[іi]\s*[!.:]?)\s*/iu,
  effects: [
    { effect: 'planned', words: /көзделген|көзделеді/gu },
    { effect: 'see', words: /қара(?:ңыз|\.)/gu },
    { effect: 'suspended', words: /тоқтатыл/gu },
    { effect: 'repealed', words: /ал(?:ып|ынып) тастал|күші жойыл/gu },
    { effect: 'reworded', words: /редакция/gu },
    { effect: 'renumbered', words: /деп есептел|болып есептел/gu },
    { effect: 'inserted', words: /толықтырылды/gu },
    { effect: 'amended', words: /өзгер/gu },
  ],
  acts: [
    { kind: 'constitutionalLaw', words: /конституциялық заң/gu },
    { kind: 'law', words: /(?<!конституциялық )заң/gu },
    { kind: 'code', words: /кодекс/gu },
    { kind: 'decree', words: /жарлығ/gu },
    { kind: 'ruling', words: /нормативтік қаулы/gu },
    { kind: 'resolution', words: /(?<!нормативтік )қаулы/gu },
    { kind: 'order', words: /бұйрығ/gu },
  ],
  unit: /(?<label>[\divxіх]+(?:-\d+)?)\s?-?\s?(?<word>бап|бөлім|тарау|параграф|тармақша|тармақ|бөлік|бөлiк|қосымша)/u,
  inserted:
    /(?<label>[\divxіх]+(?:-\d+)?)\s?-?\s?(?<word>бап|тарау|бөлім|параграф|тармақша|тармақ|бөлік)\p{L}*\s+толықтырыл/u,
  kinds: [
    { kind: 'article', stem: 'бап' },
    { kind: 'chapter', stem: 'тарау' },
    { kind: 'part', stem: 'бөлім' },
    { kind: 'section', stem: 'параграф' },
    { kind: 'annex', stem: 'қосымша' },
    { kind: 'point', stem: 'тармақша' },
    { kind: 'paragraph', stem: 'тармақ' },
    { kind: 'subparagraph', stem: 'бөл' },
  ],
  months:
    'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  beginning: /(?!)/u,
  onPublication: /жариялан\p{L}*\s+күн(?:інен|iнен)/u,
  term: /(?<count>\p{L}+|\d+)\s+(?:күнтізбелік\s+)?(?<unit>күн|ай)\s+өткен/u,
  month: 'ай',
  numerals: { он: 10, алпыс: 60, тоқсан: 90, отыз: 30, жиырма: 20, алты: 6, үш: 3, екі: 2, бір: 1 },
  elsewhere: /тәртібін\s|қолданысқа енгізілу тәртібі/u,
}
