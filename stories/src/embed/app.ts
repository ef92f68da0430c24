import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** A place for an app of another framework. `mount` puts it there and returns what takes it away again. */
export function app(mount: (place: HTMLElement) => () => void): TemplateResult {
  let leave: (() => void) | undefined;
  return html`<div
    ${ref((place) => {
      leave?.();
      leave = place instanceof HTMLElement ? mount(place) : undefined;
    })}
  ></div>`;
}
