/* global jQuery */
(function ($) {
  'use strict';

  var LABELS = { brand: 'Brand', colour: 'Colour', size: 'Size' };

  function parseQuery(search) {
    var pairs = [];
    new URLSearchParams(search).forEach(function (value, key) {
      if (Object.prototype.hasOwnProperty.call(LABELS, key) && value !== '') {
        pairs.push({ key: key, value: value });
      }
    });
    return pairs;
  }

  function renderChip(filter) {
    var $chip = $('<span class="chip" tabindex="0"></span>').data('filter', filter.key);
    $chip.append('<b>' + LABELS[filter.key] + '</b> ' + filter.value);
    $chip.append('<button type="button" class="chip-remove">&times;</button>');
    return $chip;
  }

  function removeFilter(key) {
    var params = new URLSearchParams(window.location.search);
    params.delete(key);
    window.location.search = params.toString();
  }

  $(function () {
    var $bar = $('#active-filters').empty();
    parseQuery(window.location.search).forEach(function (filter) {
      $bar.append(renderChip(filter));
    });
    $bar.on('click', '.chip-remove', function () {
      removeFilter($(this).closest('.chip').data('filter'));
    });
  });
})(jQuery);
