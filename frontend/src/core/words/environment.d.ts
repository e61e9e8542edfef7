interface ImportMetaEnv {
  /** Where the words of the build lie. */
  readonly WORDS: string
}
