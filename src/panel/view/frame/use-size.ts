import type {RefObject} from 'preact';
import {useLayoutEffect, useState} from 'preact/hooks';

/** Width and height of an element's content box, in CSS pixels; follows its changes. */
export function useSize(ref: RefObject<HTMLElement | null>): {width: number; height: number} {
  const [size, setSize] = useState({width: 0, height: 0});
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const {clientWidth: width, clientHeight: height} = element;
      setSize((old) => (old.width === width && old.height === height ? old : {width, height}));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
