/**
 * Gives each widget `[data-src]` its blueprint when it comes within a window's height of being seen: data that few readers scroll to
 * are not fetched for all.
 */
export function loadWhenNear(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        target.setAttribute('src', target.dataset['src'] ?? '');
      }
    },
    { rootMargin: '100% 0px' },
  );
  for (const widget of document.querySelectorAll('[data-src]')) observer.observe(widget);
}
