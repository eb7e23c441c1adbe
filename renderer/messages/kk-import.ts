import type { enImport } from './en-import.ts'

export const kkImport: Readonly<Record<keyof typeof enImport, string>> = {
  'import.cutOff': 'Файл импортталып жатқанда байланыс үзілді.',
  'import.keepAll': 'Барлығын импорттау ({count})',
  'import.look': 'Қарау…',
  'import.pasted': 'Қойылған мәтін',
  'import.read':
    '{units, plural, one {# элемент} other {# элемент}}, {problems, plural, =0 {тексеретін жер жоқ} one {# жерді тексеру керек} other {# жерді тексеру керек}}',
  'import.tryAgain': 'Қайта оқу',
  'preview.act': 'Файлдағы акт',
  'preview.asText': 'Элемент емес: сөздері алдыңғысына қосылады',
  'preview.choose': 'Түзету үшін элементті таңдаңыз.',
  'preview.clean': 'Күмәнді жер жоқ.',
  'preview.correct': 'Таңдалған элементті түзету',
  'preview.drop': 'Импорттамау',
  'preview.indent': 'Бір деңгей ішке',
  'preview.keep': 'Импорттау',
  'preview.keepAndOpen': 'Импорттау және ашу',
  'preview.kind': 'Түрі',
  'preview.more': 'тағы {count}',
  'preview.outdent': 'Бір деңгей сыртқа',
  'preview.source': 'Файл мәтіні',
  'preview.structure': 'Танылған құрылым',
  'preview.title': 'Импорт: {name}',
  'preview.tracked': 'Файлда бақыланатын өзгерістер бар: құрылымды файлдың өзінде түзетіңіз.',
  'preview.undo': 'Түзетуді қайтару',
}
