/** The listeners of something that happens. */
export interface Listeners<News> {
  /** Returns a function that removes the listener. */
  subscribe(listener: (news: News) => void): () => void;
  tell(news: News): void;
}

export function createListeners<News = void>(): Listeners<News> {
  const listeners = new Set<(news: News) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(news) {
      for (const listener of listeners) listener(news);
    },
  };
}
