import type { enInForce } from './en-in-force.ts'

export const kkInForce: Readonly<Record<keyof typeof enInForce, string>> = {
  'inForce.label': 'Қолданысқа енгізілуі',
  'inForce.unsaid': 'Көрсетілмеген',
  'inForce.date': 'Белгілі бір күннен бастап',
  'inForce.days': 'Жарияланғаннан кейін бірнеше күн өткен соң',
  'inForce.publication': 'Жарияланған күнінен бастап',
  'inForce.day': 'Күні',
  'inForce.count': 'Күнтізбелік күндер',
  'inForce.ofThis': 'Мұның қолданысқа енгізілетін уақыты',
  'inForce.withLaw': 'Заңмен бірге',
  'inForce.onDay': 'қолданысқа енгізілетін күні: {day}',
  'inForce.afterDays':
    'жарияланғаннан кейін {days, plural, one {күнтізбелік # күн} other {күнтізбелік # күн}} өткен соң енгізіледі',
  'inForce.mixed': 'әртүрлі уақыт таңдалған: біреуін таңдаңыз',
}
