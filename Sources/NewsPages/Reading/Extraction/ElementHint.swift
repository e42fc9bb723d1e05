/// What the names of an element (class, id, role and the like) say of its content.
struct ElementHint: OptionSet, Sendable {
  let rawValue: UInt64

  /// The body of an article, named plainly.
  static let body = ElementHint(rawValue: 1 << 0)
  /// Something that holds a body, among other things.
  static let content = ElementHint(rawValue: 1 << 1)
  /// An opening paragraph.
  static let lead = ElementHint(rawValue: 1 << 2)
  /// Ways through the site.
  static let navigation = ElementHint(rawValue: 1 << 3)
  /// What readers wrote.
  static let comments = ElementHint(rawValue: 1 << 4)
  /// Ways to pass the article on.
  static let share = ElementHint(rawValue: 1 << 5)
  /// Other articles.
  static let related = ElementHint(rawValue: 1 << 6)
  /// Advertising.
  static let advertising = ElementHint(rawValue: 1 << 7)
  /// Who, when, tags, beside the text.
  static let about = ElementHint(rawValue: 1 << 8)
  /// What stands at the side.
  static let side = ElementHint(rawValue: 1 << 9)
  /// What stands below.
  static let footer = ElementHint(rawValue: 1 << 10)
  /// What stands above.
  static let header = ElementHint(rawValue: 1 << 11)
  /// Letters, accounts, payment.
  static let offer = ElementHint(rawValue: 1 << 12)
  /// What lies over the page.
  static let overlay = ElementHint(rawValue: 1 << 13)
  /// Captions and credits of a picture.
  static let caption = ElementHint(rawValue: 1 << 14)
  /// Not shown, or shown to machines and screen readers.
  static let hidden = ElementHint(rawValue: 1 << 15)
  /// Lists of teasers.
  static let teaser = ElementHint(rawValue: 1 << 16)
  /// Small things that programs put in.
  static let widget = ElementHint(rawValue: 1 << 17)
  /// Notes of the law: copyright, privacy.
  static let legal = ElementHint(rawValue: 1 << 18)
  /// Galleries, players.
  static let gallery = ElementHint(rawValue: 1 << 19)
  /// The headline.
  static let title = ElementHint(rawValue: 1 << 20)
  /// A post of a social network or other quotation from elsewhere.
  static let embed = ElementHint(rawValue: 1 << 21)
  /// Who wrote it.
  static let author = ElementHint(rawValue: 1 << 22)
  /// When.
  static let date = ElementHint(rawValue: 1 << 23)
  /// The name of the series or section above the headline.
  static let kicker = ElementHint(rawValue: 1 << 24)

  /// A page builder calls every part so.
  static let part = ElementHint(rawValue: 1 << 25)

  /// Questions about cookies.
  static let consent = ElementHint(rawValue: 1 << 26)

  /// What opens when a reader asks for it: 'read more', accordions, tabs.
  static let disclosure = ElementHint(rawValue: 1 << 27)

  /// What is never the article's text.
  static let boilerplate: ElementHint = [
    .navigation, .comments, .share, .related, .advertising, .about, .side, .footer, .header, .offer,
    .overlay, .consent, .hidden, .teaser, .widget, .legal, .gallery, .author, .date, .kicker,
  ]

  /// The words, by what they say.
  private static let words: [(ElementHint, String)] = [
    (
      .body,
      """
      _article-body _articlebody _article-content _article-text _articletext _article-main \
      _article-detail _artikel-text _artikeltext _story-body _storybody _story-content \
      _storycontent _story-text _entry-content _entrycontent _entry-body _entry-text _post-content \
      _postcontent _post-body _postbody _post-text _post-entry _news-body _news-text _newstext \
      _news-content _news-detail _blog-content _blog-post-content _blogpost-body _body-text \
      _bodytext _body-copy _bodycopy _body-content _fliesstext _fliesstexte _text-content \
      _single-content _content-body _content-text _main-text _maintext _article-copy _articlecopy \
      _rich-text _richtext _artical-content _cuerpo _noticia-texto _articulo-cuerpo _texto-noticia \
      _corps-article _article-corps _contenu-article _testo-articolo _articolo-testo _td-post-content \
      _e-content _page-content-body _field-name-body _field-name-field-body _td-content _post-single \
      _mw-parser-output _zn-body _main-article _articlecontent _detail-text _detail-content \
      _newsdetail _nr-text _text-block _textblock _article-wrap-content _paragraph-content \
      _content-article _wysiwyg _the-content _article-text-body
      """
    ),
    (
      .content,
      """
      _content _contents _main _entry _article _story _post _hentry _text _body _artikel _beitrag \
      _articulo _noticia _nota _articolo _artigo _single _maincontent _contenido _inhalt _blog _column \
      _prose
      """
    ),
    (
      .lead,
      """
      _lead _lede _intro _introduction _standfirst _abstract _dek _deck _chapo _chapeau _teasertext \
      _vorspann _entradilla _subtitle _subline _subhead _subheading _anriss _kurztext \
      _unterzeile _excerpt _subheadline _sottotitolo _bajada _summary
      """
    ),
    (
      .navigation,
      """
      _nav _navi _navbar _navigation _menu _submenu _menubar _breadcrumb _breadcrumbs \
      _pagination _pager _paging _paginator _skiplink _skip-link _skip-to _sitemap _toc-nav _topnav \
      _subnav _mainnav _dropdown _prev-next _prevnext _post-nav _nextpage _hauptmenue _menue \
      _quicklinks _linklist _tabs _tabbar _toolbar _jump-to _back-to-top _backtotop _nav-links _megamenu \
      _hamburger _flyout _navigationbar _menuitem _previous-post _next-post
      """
    ),
    (
      .comments,
      """
      _comment _comments _community _commentlist _comment-list _comment-form _commentform _respond _disqus \
      _comment-respond _reply _replies _discussion _kommentar _kommentare _comentarios _commentaires \
      _fb-comments _livefyre _responses _user-comments _ugc-comments _talkback _trackback _trackbacks \
      _pingback _guestbook _akismet _commento _isso-thread _usercomments
      """
    ),
    (
      .share,
      """
      _share _shares _sharing _sharebar _sharebuttons _sharedaddy _shareaholic _addthis _addtoany \
      _social _socials _socialbar _socialmedia _social-media _share-buttons _sharethis _shariff _ssba \
      _heateor _sociable _follow _followus _follow-us _social-links _teilen _compartir _partager \
      _a2a _simple-social _whatsapp _rrssb _tweet-button _like-button _fb-like _fblike _facebook-share \
      _twitter-share _pinterest _compartilhar _jp-sharing _sd-sharing _post-share _sfsi
      """
    ),
    (
      .related,
      """
      _related _relatedlinks _related-links _relateds _relatedposts _related-posts _relatedarticles _relacionadas _relacionados \
      _relacionada _yarpp _recommend _recommended _recommendation _recommendations _recirc \
      _recirculation _more-stories _morestories _more-from _more-news _more-articles _morefrom \
      _readmore _read-more _read-next _readnext _also-like _see-also _seealso _lire-aussi \
      _weiterlesen _mehr-zum _most-read _mostread _most-popular _mostpopular _popular _popularposts \
      _trending _latest-news _latestnews _latest-posts _recent-posts _recentposts _recent-post \
      _more-posts _other-news _othernews _zergnet _outbrain _taboola _plista _revcontent _mgid \
      _similar _suggested _suggestions _youmaylike _up-next _upnext _next-up _nextup _onward \
      _linkbox _further _entries-related _crosslinks _crosslink _topics _archive-list _rp4wp _jp-related \
      _ligatus _contentpass-related _more-on _internal-links _inline-related _ligado _anzeige-related
      """
    ),
    (
      .advertising,
      """
      _ad _ads _adv _advert _adverts _advertise _advertising _advertisement _advertisements _adslot \
      _ad-slot _adsense _adsbygoogle _adbox _ad-box _adunit _ad-unit _ad-container _adcontainer \
      _adwrapper _ad-wrapper _banner _banners _sponsor _sponsored _sponsors _promo _promos _promotion \
      _promoted _promobox _dfp _gpt-ad _googlead _google-ads _werbung _anzeige _anzeigen _publicidad \
      _publicite _pubblicita _commercial _affiliate _skyscraper _leaderboard _mpu _adlabel _leadin-ad \
      _native-ad _reklame _reklama _advertorial-teaser _marketing _cta _call-to-action _calltoaction
      """
    ),
    (
      .about,
      """
      _meta _metadata _entry-meta _post-meta _postmeta _article-meta _articlemeta _postmetadata \
      _post-info _postinfo _article-info _articleinfo _entry-footer _post-footer _article-footer \
      _tags _tag-list _taglist _tagcloud _tag-cloud _post-tags _article-tags _posttags _tag-links \
      _entry-tags _cat-links _post-categories _entry-categories _taxonomy _keywords _posted-in \
      _posted-on _postedon _filed-under _rating _ratings _votes _vote _rate-this _views _viewcount \
      _word-count _reading-time _readtime _read-time _print _print-link _printbutton _tools _actions \
      _article-tools _articletools _post-views _infoline _infobar _bottom-tags _topic-tags _entry-utility \
      _article-actions _hashtags _noprint _no-print _permalink _source-link
      """
    ),
    (
      .author,
      """
      _author _authors _byline _bylines _by-line _author-box _authorbox _author-bio _authorbio \
      _about-author _abouttheauthor _about-the-author _author-info _authorinfo _author-card _bio \
      _biography _writer _autor _autoren _auteur _contributor _contributors _post-author _article-author \
      _vcard _credits _saboxplugin _abh-box
      """
    ),
    (
      .date,
      """
      _date _dateline-date _datetime _timestamp _time _published _pubdate _publish-date _post-date \
      _postdate _entry-date _article-date _articledate _datum _fecha _pub-date _updated _last-updated \
      _lastmodified _date-header _created
      """
    ),
    (
      .side,
      """
      _sidebar _articleside _sidebars _side-bar _sidecol _side-column _sidecolumn _rightcol _right-column \
      _rightcolumn _right-col _right-rail _rightrail _aside _complementary _secondary _leftcol \
      _left-col _leftcolumn _left-column _rail _seitenleiste _marginalspalte _rightbar _right-side \
      _rightside _left-rail _gutter _randspalte
      """
    ),
    (
      .footer,
      """
      _footer _foot _colophon _page-footer _site-footer _bottom-bar _bottombar _contentinfo _footnav \
      _footerwrap _siteinfo _site-info _pagefooter _footer-wrapper
      """
    ),
    (
      .header,
      """
      _masthead _site-header _siteheader _page-header _pageheader _topbar _top-bar _global-header \
      _header-nav _main-header _branding _logo _site-title _site-branding _header-top _headerbar \
      _header-wrapper _site-description
      """
    ),
    (
      .offer,
      """
      _newsletter _newsletters _subscribe _subscription _subscriptions _subscriber _signup _sign-up \
      _login _log-in _signin _sign-in _register _registration _optin _opt-in _mailchimp _mc-embed \
      _email-signup _mailinglist _abo _abonnement _abonnieren _suscribete _donate _donation _donations \
      _spenden _paywall _piano _shop _product-box _buy _cart _pricing _membership _steady-checkout \
      _whatsapp-box _telegram-box _app-download _poll _quiz _survey _contact-form _wpforms _wpcf7 \
      _search-form _searchform _search-box _searchbox _search _feedback _contact _price _coupon _podlove
      """
    ),
    (
      .overlay,
      """
      _popup _pop-up _pop _popover _hovercard _hover-card _modal _overlay _lightbox _dialog _alertdialog \
      _tooltip _interstitial _offcanvas _off-canvas _snackbar _toast _notification _notifications _notice-bar _adblock _infobox-overlay _alert-bar
      """
    ),
    (
      .caption,
      """
      _caption _captions _wp-caption-text _figcaption _image-caption _imagecaption _photo-caption \
      _photocaption _img-caption _picture-caption _bildunterschrift _bildtext _bu _legende _pie-foto \
      _piefoto _photo-credit _photocredit _image-credit _imagecredit _copyright-image _didascalia \
      _media-caption _image-copyright _image-description _img-desc _bildnachweis _credit \
      _image-source _media-credit _img-credit _imgcaption _cutline _photo-description
      """
    ),
    (
      .hidden,
      """
      _screen-reader-text _sr-only _visually-hidden _visuallyhidden _screenreader _screen-reader \
      _hide-on-desktop _is-hidden _print-only _printonly _print-header _nodisplay _element-invisible \
      _aural _offscreen _a11y-hidden _assistive-text _show-for-sr _u-hidden
      """
    ),
    (
      .teaser,
      """
      _teaser _teasers _teaserlist _teaser-list _card _cards _news-list _newslist _post-list \
      _article-list _articlelist _postlist _story-list _item-list _list-item-teaser _carousel _slider \
      _swiper _slick _owl-carousel _ticker _newsticker _headlines _top-stories _topstories _grid-item \
      _thumbnails _feature-box _archive _feed-item _story-card _articlecard _article-card _headlines-list \
      _latest _recent _playlist _excerpt-list
      """
    ),
    (
      .widget,
      """
      _widget _widgets _widgetarea _widget-area _widgettitle _textwidget _jetpack _addon _plugin \
      _wp-block-latest-posts _weather _wetter _calendar _stock-ticker _countdown _gadget _sidebarwidget \
      _tinymce-widget _chatbot _player-controls _vjs _postprofile _message-signature \
      _signature _back2top _online-list
      """
    ),
    (
      .legal,
      """
      _copyright _copyrights _disclaimer _privacy _imprint _impressum _legal _terms _agb _datenschutz \
      _rights _license-box _copyrightline _disclosure _correction-link
      """
    ),
    (
      .gallery,
      """
      _gallery _galleries _slides _slide _slideshow _slide-show _bildergalerie _galerie _galeria _fotostrecke \
      _image-gallery _photogallery _photo-gallery _video-player _videoplayer _jwplayer _video-js \
      _audioplayer _audio-player
      """
    ),
    (
      .title,
      """
      _headline _post-title _entry-title _article-title _articletitle _posttitle _page-title _titel \
      _pagetitle _story-title _news-title _art-title _titulo _titre _titolo _storytitle
      """
    ),
    (
      .embed,
      """
      _twitter-tweet _tweet _instagram-media _fb-post _twitter-video _tiktok-embed _embed _oembed \
      _reddit-card _pullquote _pull-quote _blockquote
      """
    ),
    (
      .consent,
      """
      _cookie _cookies _consent _gdpr _dsgvo _cookiebanner _cookiebar _cookie-notice _cookie-law \
      _privacy-banner _cmp _ccpa _cookielaw
      """
    ),
    (.part, "_elementor-widget _wp-widget-group _et-pb-widget _fusion-widget _vc-widget"),
    (
      .disclosure,
      """
      _readmore _read-more _readmore-content _showmore _show-more _see-more _seemore _load-more _more-text \
      _more-content _moretext _collapse _collapsed _collapsible _collapsable _expand _expanded \
      _expandable _expander _expandcontent _accordion _accordeon _akkordeon _toggle _toggler \
      _tab-pane _tabpane _tab-content _tabcontent _tabpanel _faq _faqs _answer _hidden-text \
      _hidden-content _full-text _fulltext _full-story _truncated _clamped _spoiler _disclosure \
      _unfold _foldable _details-content _remaining
      """
    ),
    (
      .kicker,
      """
      _kicker _overline _dachzeile _eyebrow _rubrik _section-name _section-label _category-label \
      _post-category _entry-category _topline _ressort _antetitulo _rubrique _article-category
      """
    ),
  ]

  static let automaton = WordAutomaton(
    words.flatMap { hint, list in
      list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
        (text: word + "_", bits: hint.rawValue)
      }
    })
}
