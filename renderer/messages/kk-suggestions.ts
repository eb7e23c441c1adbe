import type { enSuggestions } from './en-suggestions.ts'

export const kkSuggestions: Readonly<Record<keyof typeof enSuggestions, string>> = {
  'suggest.acceptAll': 'Барлығын қабылдау ({count})',
  'suggest.act': 'Актінің басына',
  'suggest.addBlocks': 'Жаңа мәтін',
  'suggest.ask.change': 'Өзгерісті ұсыну',
  'suggest.ask.inForce': 'Элементті қалпына келтіруді ұсыну',
  'suggest.ask.insert': 'Жаңа элемент ұсыну',
  'suggest.ask.move': 'Элементті жылжытуды ұсыну',
  'suggest.ask.remove': 'Элементті алып тастауды ұсыну',
  'suggest.ask.repeal': 'Элементтің күшін жоюды ұсыну',
  'suggest.behind': 'Мынадан кейін: {place}',
  'suggest.by.addBlocks': '{name} қосуды ұсынады',
  'suggest.by.dropBlock': '{count, plural, other {{name}}} осы мәтінді алып тастауды ұсынады',
  'suggest.by.here': '{name} осында жылжытуды ұсынады: {unit}',
  'suggest.by.inForce': '{count, plural, other {{name}}} қалпына келтіруді ұсынады',
  'suggest.by.insert': '{name} толықтыруды ұсынады',
  'suggest.by.move': '{count, plural, other {{name}}} жылжытуды ұсынады. {where}',
  'suggest.by.remove': '{count, plural, other {{name}}} алып тастауды ұсынады',
  'suggest.by.repeal': '{count, plural, other {{name}}} күшін жоюды ұсынады',
  'suggest.changed':
    'Ұсыныс жасалғаннан кейін элементтің сөздері өзгерді: қабылдамас бұрын оларды оқып шығыңыз.',
  'suggest.dropBlock': 'Мәтінді алып тастау',
  'suggest.first': 'Басына: {place}',
  'suggest.heading': 'Тақырып',
  'suggest.how':
    'Мұнда сіз ұсынасыз: сөздерді белгілеп, үстінен жазыңыз немесе бүкіл абзацқа басқа сөздер ұсыныңыз ({keys}).',
  'suggest.inForce': 'Қалпына келтіру',
  'suggest.insert': 'Толықтыру',
  'suggest.late.done': 'Жобада қазірдің өзінде солай: ұсынысты шешілді деп белгілеңіз.',
  'suggest.late.place-gone':
    'Ұсынысқа арналған орын алып тасталды: оны басқа жерге өзіңіз жазыңыз немесе қабылдамаңыз.',
  'suggest.late.unit-gone':
    'Элемент алып тасталды: алдымен оны қайтарыңыз немесе ұсынысты қабылдамаңыз.',
  'suggest.move': 'Жылжыту',
  'suggest.newer':
    'Ұсыныс Bapta бағдарламасының жаңарақ нұсқасында жасалған: оны көру және шешу үшін бағдарламаны жаңартыңыз.',
  'suggest.none': 'Мұны ұсынуға болмайды: элементке пікір қалдырыңыз.',
  'suggest.nowhere': 'Курсорды абзацқа қойыңыз немесе арасында кесте жоқ сөздерді белгілеңіз.',
  'suggest.number': 'Нөмір',
  'suggest.part': 'Бір өзгеріс: {part}-бөлік, барлығы {all}',
  'suggest.parts': 'Не ұсынылады',
  'suggest.rejectAll': 'Барлығын қабылдамау ({count})',
  'suggest.remove': 'Алып тастау',
  'suggest.repeal': 'Күшін жою',
  'suggest.text': 'Мәтін: әр жол — абзац; нөмірі бар жолдар — ондағы элементтер',
  'suggest.withdraw': 'Өз ұсынысыңызды қайтарып алу',
  'suggest.written':
    'Бет астындағы сілтеме — [[1: оның сөздері]], жолды үзу — ⏎, кестенің жолы — | а | б |.',
}
