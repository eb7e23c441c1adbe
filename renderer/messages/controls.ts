/** Words of React Aria's controls, by its part and key; values in braces. */
type ControlWords = Readonly<Record<string, Readonly<Record<string, string>>>>

const fold = { expand: 'Ашу', collapse: 'Жинау' }

/** React Aria speaks no Kazakh. */
const KAZAKH: ControlWords = {
  autocomplete: { collectionLabel: 'Табылғандар' },
  components: {
    dropzoneLabel: 'Файл тастайтын жер',
    selectPlaceholder: 'Біреуін таңдаңыз',
    tableResizer: 'Баған енін өзгерту',
  },
  dnd: {
    dragItem: 'Сүйреу: {itemText}',
    dragSelectedItems: 'Таңдалғандарды сүйреу: {count}',
    dragDescriptionKeyboard: 'Сүйреуді бастау үшін Enter пернесін басыңыз.',
    dragDescriptionKeyboardAlt: 'Сүйреуді бастау үшін Alt + Enter пернелерін басыңыз.',
    dragDescriptionTouch: 'Сүйреуді бастау үшін екі рет түртіңіз.',
    dragDescriptionVirtual: 'Сүйреуді бастау үшін басыңыз.',
    dragDescriptionLongPress: 'Сүйреуді бастау үшін басып тұрыңыз.',
    dragSelectedKeyboard: 'Таңдалғандарды сүйреу үшін Enter пернесін басыңыз: {count}.',
    dragSelectedKeyboardAlt: 'Таңдалғандарды сүйреу үшін Alt + Enter пернелерін басыңыз: {count}.',
    dragSelectedLongPress: 'Таңдалғандарды сүйреу үшін басып тұрыңыз: {count}.',
    dragStartedKeyboard:
      'Сүйреу басталды. Орнын Tab пернесімен таңдап, қою үшін Enter, бас тарту үшін Escape пернесін басыңыз.',
    dragStartedTouch: 'Сүйреу басталды. Орнын таңдап, қою үшін екі рет түртіңіз.',
    dragStartedVirtual: 'Сүйреу басталды. Орнын таңдап, басыңыз немесе Enter пернесін басыңыз.',
    endDragKeyboard: 'Сүйрелуде. Бас тарту үшін Enter пернесін басыңыз.',
    endDragTouch: 'Сүйрелуде. Бас тарту үшін екі рет түртіңіз.',
    endDragVirtual: 'Сүйрелуде. Бас тарту үшін басыңыз.',
    dropDescriptionKeyboard: 'Қою үшін Enter, бас тарту үшін Escape пернесін басыңыз.',
    dropDescriptionTouch: 'Қою үшін екі рет түртіңіз.',
    dropDescriptionVirtual: 'Қою үшін басыңыз.',
    dropCanceled: 'Сүйреуден бас тартылды.',
    dropComplete: 'Қойылды.',
    dropIndicator: 'қойылатын жер',
    dropOnRoot: 'Осында қою',
    dropOnItem: 'Мынаның ішіне қою: {itemText}',
    insertBefore: 'Мынаның алдына қою: {itemText}',
    insertBetween: 'Екеуінің арасына қою: {beforeItemText}, {afterItemText}',
    insertAfter: 'Мынадан кейін қою: {itemText}',
  },
  grid: {
    deselectedItem: '{item}: таңдау алынды.',
    longPressToSelect: 'Таңдай бастау үшін басып тұрыңыз.',
    select: 'Таңдау',
    selectedAll: 'Барлығы таңдалды.',
    selectedCount: 'Таңдалғаны: {count}.',
    selectedItem: '{item}: таңдалды.',
  },
  menu: {
    longPressMessage: 'Мәзірді ашу үшін басып тұрыңыз немесе Alt + ↓ пернелерін басыңыз',
  },
  overlays: { dismiss: 'Жабу' },
  searchfield: { 'Clear search': 'Іздеуді тазалау' },
  table: {
    ...fold,
    ascending: 'өсу ретімен',
    ascendingSort: 'өсу ретімен сұрыпталған баған: {columnName}',
    columnSize: '{value} пиксель',
    descending: 'кему ретімен',
    descendingSort: 'кему ретімен сұрыпталған баған: {columnName}',
    resizerDescription: 'Енін өзгерту үшін Enter пернесін басыңыз',
    select: 'Таңдау',
    selectAll: 'Барлығын таңдау',
    sortable: 'сұрыпталатын баған',
  },
  toast: { close: 'Жабу', notifications: 'Хабарлар: {count}.' },
  tree: fold,
}

/** React Aria's Russian says «Пропустить», to skip, where a list is closed. */
const RUSSIAN: ControlWords = { overlays: { dismiss: 'Закрыть' } }

/** What we say otherwise than React Aria, by the tag of the window's language. */
export const CONTROL_WORDS: Readonly<Record<string, ControlWords>> = {
  'kk-KZ': KAZAKH,
  'ru-RU': RUSSIAN,
}
