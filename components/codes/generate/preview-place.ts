/** As high as `Preview` beside a form, whose column is 18.5 rem wide from `lg` on. */
export const previewPlace = 'h-31 rounded-xl md:h-28.25 lg:h-88.25';
