'use client';
import { type ElementComponent, type Handlers, type Settable, wrapped } from '@lantu/elements/react/wrap';
import type { HTMLAttributes } from 'react';
import { LantuWidget as Widget } from '../widget/index.ts';

export interface LantuWidgetProps
  extends HTMLAttributes<Widget>,
    Settable<Widget, 'src' | 'integrity' | 'engine' | 'loading' | 'size' | 'theme' | 'headingLevel'>,
    Handlers<'onLantuReady' | 'onLantuFilter' | 'onLantuError' | 'onLantuSelect'> {}

/** `<lantu-widget>`. What is inside is the still: it is shown until the widget is drawn, and is all that a reader without script sees. */
export const LantuWidget: ElementComponent<Widget, LantuWidgetProps> = wrapped('lantu-widget', Widget, [
  'onLantuReady',
  'onLantuFilter',
  'onLantuError',
  'onLantuSelect',
]);
