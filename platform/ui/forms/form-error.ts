/** What is wrong in a form, by the name of its field. */
export type FormError = { readonly path: string; readonly message: string }
