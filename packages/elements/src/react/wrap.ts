import { createComponent } from '@lit/react';
import * as React from 'react';
import type { LantuEventMap } from '../events.ts';

/** The events of Lantu's elements by the names that their handlers have in React. */
export const EVENTS = {
  onLantuReady: 'lantu-ready',
  onLantuFilter: 'lantu-filter',
  onLantuError: 'lantu-error',
  onLantuSelect: 'lantu-select',
} as const satisfies Readonly<Record<string, keyof LantuEventMap>>;

/** Handlers of events. They are called with the DOM's own event; what it is about is in its `detail`. */
export type Handlers<Name extends keyof typeof EVENTS> = {
  readonly [Each in Name]?: ((event: LantuEventMap[(typeof EVENTS)[Each]]) => void) | undefined;
};

/** Properties of an element, each of which may be left out. */
export type Settable<E extends HTMLElement, Name extends keyof E> = { readonly [Each in Name]?: E[Each] | undefined };

/** A component whose `ref` is the element itself. */
export type ElementComponent<E extends HTMLElement, Props> = React.ForwardRefExoticComponent<
  Props & React.RefAttributes<E>
>;

/**
 * A React component that puts `tag` into the page: the element's properties are set as properties, handlers are listeners, the rest
 * is what React makes of it. On a server it writes the tag, its attributes and what is inside; the element comes alive in the browser.
 */
export function wrapped<E extends HTMLElement, Props>(
  tag: string,
  element: new () => E,
  events: readonly (keyof typeof EVENTS)[] = [],
): ElementComponent<E, Props> {
  return createComponent({
    react: React,
    tagName: tag,
    elementClass: element,
    displayName: element.name,
    events: Object.fromEntries(events.map((name) => [name, EVENTS[name]])),
  }) as unknown as ElementComponent<E, Props>;
}
