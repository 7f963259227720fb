#include "exchange/han.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dudao::exchange {

namespace {

constexpr char32_t first_han = 0x4E00;
constexpr char32_t last_han = 0x9FFF;
constexpr std::size_t bits_a_word = 64;

/// Everyday words, addresses, names of places and people, and what supervisors write about.
constexpr std::u16string_view simplified =
    u"的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之"
    u"过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如"
    u"前所本见经头面公同三已老从动两长知样现分将外但身些与高意进法此实回二理美点月明其种声"
    u"全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口"
    u"使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员"
    u"九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受"
    u"光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字"
    u"请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展"
    u"该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英"
    u"基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形"
    u"委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴"
    u"切块注讲推习省县镇乡村街巷弄号幢栋座楼层室铺店厦园苑旗舰卖货超购酒铁航速医图馆银软贸"
    u"港湾桥河湖岛洲滨岸堤坝岭峰谷坡岗坪塘沟渠泉井溪滩沙洋浦沪浙苏皖闽赣鲁豫鄂湘粤桂琼渝川"
    u"黔滇藏陕甘宁蒙辽吉黑冀晋津澳庆州圳杭锡波温嘉绍肥芜福昌烟郑洛阳汉昆贵兰乌木齐拉萨呼浩"
    u"沈春哈尔庄亚珠佛莞惠汕湛徐扬盐泰淮云宿迁舟衢丽潍坊临沂淄博威照绵宜襄岳株柳唐秦皇廊邯"
    u"郸鞍遵龙凯润恒隆印吾悦茂绿粮荟融创虹环球财富星永旺宝佳汇宇鹰古夏秋冬左右编称码份域址"
    u"邮纬营负责督盟托状态类型标签备启停闭筹角箱检查巡项答案值格符适整措施逾复核审批草稿退"
    u"证积卫洁食冷冻消毒垃圾桶虫鼠装牌套罩陈列价促销料菜厨厅吧仓库维修灯破损缺漏按规限咖啡"
    u"茶饮奶蛋糕餐饭锅烧烤鸡鸭鱼牛羊肉汁药鞋帽居器零壹贰叁亿米乐巴朝克民丰田府侧盛锦景段松"
    u"秀源顺莱杨尚吴康塔凤罗静陵普梦瑞泽宾仙智延琴裙梅鼓央鸿玉丹欧桐堂崇仁祥慈亭集紫荣莲桃"
    u"翠雨益侯育翔迎岩欢荔鼎钟彩雅附凰胜曲奉辉阴姑蓝贤寿盈游狮谊族甲侨邻阿农埔邦宫综衡庐阜"
    u"庭佰裕陆振碧鹿宏客横禾选季虎升栖圆铜芳朗线聚群恩善御坛旁健底兆丁树寺诚郊优雄梁纳顿幸"
    u"怡池森赛韵荷布协尼堡玛局雪隔宣朱微浪范精久曼尾遥禁览支悠谐固圣企冠轮凉亮闲杏密礼抚控"
    u"冲章阁妇厚脑雷旧刘赵孙胡郭宋谢韩冯董萧曹袁邓傅曾彭吕卢蒋蔡贾魏薛叶余潘杜戴汪姜姚谭廖"
    u"邹熊郝孔崔邱顾孟汤尹黎易乔贺赖龚伟娜敏磊勇艳杰娟涛霞刚婷慧鹏斌玲晨叉涵梓轩睿欣雯琪瑶"
    u"萱颖妍倩媛晓莉萍燕莹琳淑珍素芬芝蕾晶俊豪毅祺晟昊煜翰哲捷坤钧钊炜炎焱鑫淼彬琦璐璇珊姗"
    u"菲菁薇蓓茜婉娇媚黛嫣朋户貌培训考班盘采供执监职龄";

/// The traditional forms of those above that have one.
constexpr std::u16string_view traditional =
    u"這來國個說們為時會著過學對後麼沒於還發當無開見經頭從動兩長樣現將與進實點種聲話兒問機"
    u"給幾業間電門東聽氣關並內卻軍產萬體別處總場師書員華報馬張難數車應計親務記邊風戰乾許覺"
    u"題統請愛讓認論義術結連遠資隊帶條變聯權該領傳紅決達辦運強區轉眾輕語滿寫識極黃臉錢黨設"
    u"雙歷廣議際則單據導網專誰讀飛觀爭組視濟離雖壞興塊講習縣鎮鄉號棟樓層鋪廈園艦賣貨購鐵醫"
    u"圖館銀軟貿灣橋島濱壩嶺崗溝灘滬蘇閩贛魯粵瓊陝寧遼晉慶錫溫紹蕪煙鄭陽漢貴蘭烏齊薩爾莊亞"
    u"揚鹽雲遷麗濰臨綿鄲龍凱潤恆悅綠糧薈創環財寶匯鷹編稱碼郵緯營負責狀態類標籤備啓閉籌檢項"
    u"適復審證積衛潔凍蟲裝陳價銷廚廳倉庫維燈損規飲飯鍋燒雞鴨魚藥貳叄億樂豐側錦順萊楊吳鳳羅"
    u"靜夢澤賓鴻歐榮蓮歡鐘勝輝陰藍賢壽獅誼僑鄰農宮綜廬陸橫選棲圓銅線壇樹誠優納頓賽韻協瑪範"
    u"遙覽諧聖輪涼閒禮撫衝閣婦腦舊劉趙孫謝韓馮蕭鄧呂盧蔣賈葉譚鄒顧湯喬賀賴龔偉艷傑濤剛鵬軒"
    u"瑤穎曉瑩鈞釗煒姍嬌戶訓盤採執監職齡臺裡裏啟麵隻佔";

/// A bit for each character of the block.
constexpr auto common = [] {
    std::array<std::uint64_t, (last_han - first_han + 1) / bits_a_word> bits{};
    for (const auto list : {simplified, traditional}) {
        for (const auto unit : list) {
            const auto at = static_cast<std::size_t>(unit - first_han);
            bits.at(at / bits_a_word) |= std::uint64_t{1} << (at % bits_a_word);
        }
    }
    return bits;
}();

}  // namespace

bool is_common_han(char32_t point) noexcept {
    if (point < first_han || point > last_han) {
        return false;
    }
    const auto at = static_cast<std::size_t>(point - first_han);
    return ((common[at / bits_a_word] >> (at % bits_a_word)) & 1U) != 0;
}

}  // namespace dudao::exchange
